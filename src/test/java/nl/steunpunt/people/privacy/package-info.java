@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.privacy;
