/**
 * Mail that leaves the house: queued in the sender's transaction, sent at least once afterwards.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.mail;
