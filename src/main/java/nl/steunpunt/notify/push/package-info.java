/**
 * Notices on the screen of a phone or computer, by the push service of each browser: encrypted for
 * that browser alone (RFC 8291), and signed as ours (RFC 8292).
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.notify.push;
