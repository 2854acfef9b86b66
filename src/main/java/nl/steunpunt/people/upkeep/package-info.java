/** What an administrator looks after so that the product stays safe to rely on: backups. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.upkeep;
