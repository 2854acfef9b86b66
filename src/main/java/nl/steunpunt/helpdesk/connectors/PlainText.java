package nl.steunpunt.helpdesk.connectors;

import org.jsoup.Jsoup;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** What people read of HTML, with its lines. */
public final class PlainText {
  private PlainText() {}

  public static String of(String html) {
    var page = Jsoup.parse(html);
    page.select("script, style, head").remove();
    page.select("br").append("\n");
    page.select("p, div, li, tr, h1, h2, h3, h4, blockquote").prepend("\n");
    var text = new Cleaner(Safelist.none()).clean(page).body().wholeText();
    return text.replaceAll("[ \\t\\x0B\\f\\r\\u00a0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
