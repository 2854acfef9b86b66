package nl.steunpunt.support.asking;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.Refusal;

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

  /** As far as the host, mostly: less says nothing. */
  private static final int SHORTEST_PAGE = 40;

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

  /**
   * Below the text. Where both do not fit the address of the page becomes shorter; what says where
   * somebody was stuck is never left out unseen.
   *
   * @throws Refusal when the text leaves no room for it. A text that is too long by itself is as it
   *     was: that is told elsewhere
   */
  String below(String text, int longest, Messages messages, Locale language) {
    var own = text.strip();
    if (!isAny() || own.isEmpty() || own.length() > longest) {
      return text;
    }
    var whole = own + "\n\n" + String.join("\n", lines(messages, language));
    var over = whole.length() - longest;
    if (over <= 0) {
      return whole;
    }
    var left = from.length() - over - 1;
    if (left < SHORTEST_PAGE) {
      throw Refusal.of("start.refused.carried", over).at("text");
    }
    return new Carried(screen, error, from.substring(0, left) + "…")
        .below(text, longest, messages, language);
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
