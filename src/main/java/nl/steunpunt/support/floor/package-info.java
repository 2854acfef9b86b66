/** What is noted while walking the floor, for the module that has the rounds. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.floor;
