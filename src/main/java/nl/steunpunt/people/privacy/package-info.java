/** What is stored about a person: to read, to take along, and to be forgotten by name. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.privacy;
