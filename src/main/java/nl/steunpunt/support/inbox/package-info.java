/** What waits for a power user. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.inbox;
