package nl.steunpunt.support.mailbox;

import jakarta.mail.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as far as we look into it.
 *
 * @param messageId null: it has none
 * @param sender an address; empty: none that can be read
 * @param tagged the headers in which our tag may stand
 * @param arrivedAt when it came into the mailbox
 * @param quoted what it answers, and the signature
 * @param files in their order
 */
record ReadMail(
    @Nullable String messageId,
    String sender,
    String subject,
    Sort sort,
    Instant arrivedAt,
    List<String> tagged,
    String said,
    String quoted,
    List<Enclosed> files) {

  /** Who wrote it: a person, or something that must never be answered. */
  enum Sort {
    WRITTEN,
    AUTOMATIC,
    BOUNCE,
    LOOP,
    TOO_LARGE
  }

  /**
   * A file in it, not unpacked yet.
   *
   * @param name as sent
   */
  record Enclosed(String name, Part part) {}
}
