package nl.steunpunt.platform.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as most are: some sentences, perhaps lists of what there is, one thing to do, and small
 * print. Makes the plain text and the HTML say the same.
 *
 * @param action what to press, or null
 * @param address where that leads
 * @param leaving where who no longer wants such mail says so with one request (RFC 8058); null: it
 *     is needed
 * @param thread the conversation that it is part of; null: it stands alone
 */
public record Letter(
    String subject,
    List<String> paragraphs,
    List<Section> sections,
    @Nullable String action,
    @Nullable String address,
    List<String> smallPrint,
    @Nullable String leaving,
    @Nullable Thread thread) {

  /**
   * What keeps mails about one thing together, and brings a reply back.
   *
   * @param tag stands in the numbers of the mails: letters, digits and hyphens
   * @param replyTo where a reply goes; null: nobody reads replies
   * @param answers the mail of its reader that it follows; null: none
   */
  public record Thread(String tag, @Nullable String replyTo, @Nullable Answered answers) {}

  /**
   * A mail that came from who reads this one.
   *
   * @param messageId with its angle brackets
   */
  public record Answered(String messageId, String subject) {}

  /** A list with a heading. */
  public record Section(String heading, List<Line> lines) {}

  /**
   * @param detail what to know of it, or empty
   * @param address where it leads
   */
  public record Line(String text, String detail, String address) {}

  public static Letter of(String subject, String... paragraphs) {
    return new Letter(subject, List.of(paragraphs), List.of(), null, null, List.of(), null, null);
  }

  public Letter withSections(List<Section> some) {
    return new Letter(
        subject, paragraphs, List.copyOf(some), action, address, smallPrint, leaving, thread);
  }

  public Letter withAction(String action, String address) {
    return new Letter(subject, paragraphs, sections, action, address, smallPrint, leaving, thread);
  }

  public Letter withSmallPrint(String... lines) {
    return new Letter(
        subject, paragraphs, sections, action, address, List.of(lines), leaving, thread);
  }

  /** Can be done without: the last line of the small print says how to get no more of them. */
  public Letter withLeaving(String leaving) {
    return new Letter(subject, paragraphs, sections, action, address, smallPrint, leaving, thread);
  }

  public Letter inThread(Thread thread) {
    return new Letter(subject, paragraphs, sections, action, address, smallPrint, leaving, thread);
  }

  String text() {
    var parts = new ArrayList<>(paragraphs);
    for (var section : sections) {
      parts.add(section.heading);
      section.lines.forEach(line ->
          parts.add(
              "- "
                  + line.text
                  + (line.detail.isEmpty() ? "" : "\n  " + line.detail)
                  + "\n  "
                  + line.address));
    }
    if (address != null) {
      parts.add(action + (String.valueOf(action).endsWith("?") ? "\n" : ":\n") + address);
    }
    if (!smallPrint.isEmpty() || leaving != null) {
      parts.add("-- \n" + String.join("\n", smallPrint) + (leaving == null ? "" : "\n" + leaving));
    }
    return String.join("\n\n", parts) + "\n";
  }
}
