package nl.steunpunt.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node took to send.
 *
 * @param unsubscribe where one request ends such mail; null: it is needed
 * @param threadId what it belongs to, so that mails about one thing stay together, and last what it
 *     is a reply to; null: alone
 * @param replyTo where a reply goes; null: to its sender
 * @param attempts this one included
 */
record OutgoingMail(
    long id,
    String messageId,
    String recipient,
    String language,
    String subject,
    String textBody,
    String htmlBody,
    @Nullable String unsubscribe,
    @Nullable String threadId,
    @Nullable String replyTo,
    Instant createdAt,
    int attempts) {}
