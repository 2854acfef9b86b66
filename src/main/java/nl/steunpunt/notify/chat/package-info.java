/**
 * Channels of the organisation's chat that are told what waits and what changed: set up, written
 * to, and what is wrong with them.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.notify.chat;
