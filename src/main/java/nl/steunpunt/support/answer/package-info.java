/**
 * Reusable answers: kept from a conversation, found while the next colleague types, kept true by
 * power users.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.answer;
