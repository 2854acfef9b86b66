/** Finding a colleague by name or address. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.search;
