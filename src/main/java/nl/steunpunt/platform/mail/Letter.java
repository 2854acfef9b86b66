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
 */
public record Letter(
    String subject,
    List<String> paragraphs,
    @Nullable String action,
    @Nullable String address,
    List<String> smallPrint) {

  public static Letter of(String subject, String... paragraphs) {
    return new Letter(subject, List.of(paragraphs), null, null, List.of());
  }

  public Letter withAction(String action, String address) {
    return new Letter(subject, paragraphs, action, address, smallPrint);
  }

  public Letter withSmallPrint(String... lines) {
    return new Letter(subject, paragraphs, action, address, List.of(lines));
  }

  String text() {
    var parts = new ArrayList<>(paragraphs);
    if (address != null) {
      parts.add(action + ":\n" + address);
    }
    if (!smallPrint.isEmpty()) {
      parts.add("-- \n" + String.join("\n", smallPrint));
    }
    return String.join("\n\n", parts) + "\n";
  }
}
