package nl.steunpunt.platform.mail;

import java.time.Instant;
import nl.steunpunt.platform.mail.MailTrouble.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A mail that did not go yet, or never.
 *
 * @param gaveUpAt null while it is still tried
 */
public record FailedMail(
    String recipient,
    String subject,
    Instant createdAt,
    int attempts,
    Kind trouble,
    @Nullable String detail,
    @Nullable Instant gaveUpAt) {}
