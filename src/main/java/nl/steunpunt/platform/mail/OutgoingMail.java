package nl.steunpunt.platform.mail;

import java.time.Instant;

/**
 * A mail that this node took to send.
 *
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
    Instant createdAt,
    int attempts) {}
