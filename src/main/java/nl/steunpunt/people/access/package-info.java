/** Who may do what: one table. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.access;
