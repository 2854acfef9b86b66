package nl.steunpunt.platform.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as most are: some sentences, one thing to do, and small print. Makes the plain text and
 * the HTML say the same.
 *
 * @param action what to press, or null
 * @param address where that leads
 * @param leaving where who no longer wants such mail says so with one request (RFC 8058); null: it
 *     is needed
 */
public record Letter(
    String subject,
    List<String> paragraphs,
    @Nullable String action,
    @Nullable String address,
    List<String> smallPrint,
    @Nullable String leaving) {

  public static Letter of(String subject, String... paragraphs) {
    return new Letter(subject, List.of(paragraphs), null, null, List.of(), null);
  }

  public Letter withAction(String action, String address) {
    return new Letter(subject, paragraphs, action, address, smallPrint, leaving);
  }

  public Letter withSmallPrint(String... lines) {
    return new Letter(subject, paragraphs, action, address, List.of(lines), leaving);
  }

  /** Can be done without: the last line of the small print says how to get no more of them. */
  public Letter withLeaving(String address) {
    return new Letter(subject, paragraphs, action, this.address, smallPrint, address);
  }

  String text() {
    var parts = new ArrayList<>(paragraphs);
    if (address != null) {
      parts.add(action + (String.valueOf(action).endsWith("?") ? "\n" : ":\n") + address);
    }
    if (!smallPrint.isEmpty() || leaving != null) {
      parts.add("-- \n" + String.join("\n", smallPrint) + (leaving == null ? "" : "\n" + leaving));
    }
    return String.join("\n\n", parts) + "\n";
  }
}
