/**
 * The flows that matter, in real browsers: two people at once, desk and phone, keyboard, no script
 * errors.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.browser;
