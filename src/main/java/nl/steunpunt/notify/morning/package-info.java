/** One mail in the morning, for who chose it: what waits, and what one's people are hit by. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.notify.morning;
