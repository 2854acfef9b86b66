package nl.steunpunt.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node took to send.
 *
 * @param unsubscribe where one request ends such mail; null: it is needed
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
    Instant createdAt,
    int attempts) {}
