/**
 * Tells other systems what happens: signed after Standard Webhooks, written as CloudEvents, to
 * addresses that an administrator typed. Rooms say what happened in the transaction in which it
 * did; it is sent beside all other work, and told again on request (docs/adr/0301).
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.webhook;
