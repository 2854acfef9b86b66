package nl.steunpunt.platform.print;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper as the XHTML that the printer reads. No template: there, a style sheet in the page is
 * forbidden for good reason, and this one must never reach a browser.
 */
final class PaperMarkup {
  /** A name such as "Jansen-de" or "Anne-Marie"; what is longer than a line may be broken. */
  private static final Pattern WITH_HYPHEN =
      Pattern.compile("(?<=^|\\s)(?=\\S{1,40}(?:\\s|$))\\S+-\\S+");

  private final StringBuilder markup = new StringBuilder(8_000);

  private PaperMarkup() {}

  static String of(Paper paper, Letterhead head, String style) {
    return new PaperMarkup().write(paper, head, style);
  }

  private String write(Paper paper, Letterhead head, String style) {
    markup
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(paper.language().getLanguage())
        .append("\"><head>");
    element("title", paper.title());
    meta("author", head.organisation());
    meta("subject", paper.subject());
    meta("description", paper.subject());
    markup.append("<style>").append(style.replace("ACCENT", head.accent())).append("</style>");
    markup.append("</head><body>");
    letterhead(head);
    body("h1", paper.title());
    paper.blocks().forEach(this::block);
    return markup.append("</body></html>").toString();
  }

  private void letterhead(Letterhead head) {
    markup.append("<div class=\"head\">");
    if (head.logo() != null) {
      markup
          .append("<img alt=\"")
          .append(safe(head.organisation()))
          .append("\" src=\"data:image/png;base64,")
          .append(Base64.getEncoder().encodeToString(head.logo()))
          .append("\"/>");
    } else {
      element("p", head.organisation());
    }
    markup.append("</div>");
  }

  private void block(Paper.Block block) {
    switch (block) {
      case Paper.Heading(var words) -> body("h2", words);
      case Paper.Text(var words) -> {
        var lines = words.lines().map(PaperMarkup::whole).toList();
        markup.append("<p>").append(String.join("<br/>", lines)).append("</p>");
      }
      case Paper.Bullets(var items) -> bullets(items);
    }
  }

  private void bullets(List<String> items) {
    markup.append("<ul>");
    items.forEach(item -> body("li", item));
    markup.append("</ul>");
  }

  private void meta(String name, String content) {
    markup
        .append("<meta name=\"")
        .append(name)
        .append("\" content=\"")
        .append(safe(content))
        .append("\"/>");
  }

  private void element(String name, String words) {
    around(name, safe(words));
  }

  private void body(String name, String words) {
    around(name, whole(words));
  }

  private void around(String name, String inside) {
    markup
        .append('<')
        .append(name)
        .append('>')
        .append(inside)
        .append("</")
        .append(name)
        .append('>');
  }

  /** A line may end after a hyphen, but a name that has one is not two words. */
  private static String whole(String words) {
    return WITH_HYPHEN.matcher(safe(words)).replaceAll("<span>$0</span>");
  }

  /** Also without what XML 1.0 cannot carry: one such character would stop the whole paper. */
  static String safe(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
