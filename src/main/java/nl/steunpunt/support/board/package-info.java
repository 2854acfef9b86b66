/**
 * The network lead's board of today: questions and signals by state and place, and who is away.
 * Groups are places, never persons.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.board;
