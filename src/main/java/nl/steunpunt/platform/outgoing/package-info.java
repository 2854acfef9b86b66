/**
 * The one door for all HTTP that the server itself sends to an address that somebody typed or a
 * browser gave: not to our own network, not by detours, not for long (docs/adr/0251).
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.outgoing;
