package nl.steunpunt.support.mailbox;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A mail in HTML as text: no markup of a stranger is ever shown, and nothing of it is fetched. What
 * is quoted gets the sign that it has in a mail of plain text.
 */
final class HtmlText {
  /** Deeper than any mail program writes; more is left out rather than followed. */
  private static final int DEEPEST = 200;

  private static final Set<String> LEFT_OUT =
      Set.of("script", "style", "head", "title", "object", "svg", "template", "noscript");
  private static final Set<String> LINES =
      Set.of(
          "p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr");

  private final StringBuilder text = new StringBuilder();

  private HtmlText() {}

  static String of(String html) {
    var whole = new HtmlText();
    whole.add(Jsoup.parse(html).body(), 0);
    return whole
        .text
        .toString()
        .lines()
        .map(HtmlText::withoutEnd)
        .collect(Collectors.joining("\n"))
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  /** By hand: a pattern takes the square of a line of spaces, and a mail may be one. */
  private static String withoutEnd(String line) {
    var end = line.length();
    while (end > 0 && " \t\u00a0".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }

  private void add(Node node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node instanceof TextNode words) {
      var piece = words.text();
      text.append(endsLine() ? piece.stripLeading() : piece);
    } else if (node instanceof Element element) {
      addElement(element, depth);
    }
  }

  private void addElement(Element element, int depth) {
    var name = element.tagName().toLowerCase(Locale.ROOT);
    if (LEFT_OUT.contains(name)) {
      return;
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "li" -> {
        line();
        text.append("- ");
        children(element, depth);
        line();
      }
      case "blockquote" -> quote(element, depth);
      case "a" -> link(element, depth);
      default -> {
        var own = LINES.contains(name);
        if (own) {
          line();
        }
        children(element, depth);
        if (own) {
          line();
        }
      }
    }
  }

  private void quote(Element element, int depth) {
    line();
    var inside = new HtmlText();
    inside.children(element, depth + 1);
    inside
        .text
        .toString()
        .strip()
        .lines()
        .forEach(line -> text.append("> ").append(line).append('\n'));
  }

  /** Where it leads, when its words do not say. */
  private void link(Element element, int depth) {
    var address = element.attr("href").strip();
    children(element, depth);
    if (address.matches("https?://\\S{1,500}") && !element.text().contains(address)) {
      text.append(" (").append(address).append(')');
    }
  }

  private void children(Element element, int depth) {
    for (var child : element.childNodes()) {
      add(child, depth + 1);
    }
  }

  private void line() {
    if (!endsLine()) {
      text.append('\n');
    }
  }

  private boolean endsLine() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }
}
