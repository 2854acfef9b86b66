/**
 * Whether a power user can be asked: absent (from, until, never why), full, and the inbox in other
 * hands meanwhile.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.availability;
