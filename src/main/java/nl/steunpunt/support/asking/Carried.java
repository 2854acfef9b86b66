package nl.steunpunt.support.asking;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.i18n.Messages;

/**
 * Where somebody was stuck, as the page says that they came from. Anybody can write such an
 * address: it is shown before it is sent, and never followed.
 *
 * @param from which page, without what follows in its address: that may be a secret
 */
public record Carried(String screen, String error, String from) {
  public static final Carried NOTHING = new Carried("", "", "");

  private static final int LONGEST_SCREEN = 100;
  private static final int LONGEST_ERROR = 60;
  private static final int LONGEST_PAGE = 300;

  public static Carried of(String screen, String error, String from) {
    return new Carried(line(screen, LONGEST_SCREEN), line(error, LONGEST_ERROR), page(from));
  }

  public boolean isAny() {
    return !(screen + error + from).isEmpty();
  }

  /** "Scherm: Facturen", each with its own line. */
  public List<String> lines(Messages messages, Locale language) {
    var lines = new ArrayList<String>();
    if (!screen.isEmpty()) {
      lines.add(messages.text(language, "start.carried.screen", screen));
    }
    if (!error.isEmpty()) {
      lines.add(messages.text(language, "start.carried.error", error));
    }
    if (!from.isEmpty()) {
      lines.add(messages.text(language, "start.carried.page", from));
    }
    return lines;
  }

  /** Below the text, if both fit. */
  String below(String text, int longest, Messages messages, Locale language) {
    if (!isAny() || text.isBlank()) {
      return text;
    }
    var whole = text.strip() + "\n\n" + String.join("\n", lines(messages, language));
    return whole.length() > longest ? text : whole;
  }

  private static String line(String sent, int longest) {
    var text = sent.replaceAll("\\s+", " ").strip();
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  /** A page of the web, or nothing. */
  private static String page(String sent) {
    try {
      var uri = new URI(sent.strip());
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!(scheme.equals("https") || scheme.equals("http"))
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        return "";
      }
      var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      var path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return line(scheme + "://" + uri.getHost() + port + path, LONGEST_PAGE);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
