/**
 * Changes each comparison of routing and of the calendar, one at a time, and looks whether a test
 * notices: bin/mutations. No test itself, as it takes minutes.
 */
@NullMarked
package nl.steunpunt.mutation;

import org.jspecify.annotations.NullMarked;
