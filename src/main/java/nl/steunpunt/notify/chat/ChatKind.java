package nl.steunpunt.notify.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;
import tools.jackson.databind.json.JsonMapper;

/** How a chat wants to be written to. */
public enum ChatKind {
  /** {"text": Markdown}; Slack and others read the same. */
  MATTERMOST {
    @Override
    String body(List<Said> lines, String open) {
      var written =
          lines.stream()
              .map(line -> "%s [%s](%s)".formatted(escaped(line.text), escaped(open), line.address))
              .toList();
      var text = written.size() == 1 ? written.getFirst() : "* " + String.join("\n* ", written);
      return JSON.writeValueAsString(Map.of("text", text));
    }
  },
  /**
   * A message with an Adaptive Card, as the workflow “When a Teams webhook request is received”
   * posts it. Runs of text and not Markdown, so that no sign in them means anything.
   */
  TEAMS {
    @Override
    String body(List<Said> lines, String open) {
      var card =
          Map.of(
              "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
              "type", "AdaptiveCard",
              "version", "1.4",
              "msteams", Map.of("width", "Full"),
              "body", lines.stream().map(line -> paragraph(line, open)).toList());
      return JSON.writeValueAsString(
          Map.of(
              "type",
              "message",
              "attachments",
              List.of(
                  Map.of(
                      "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
    }

    private Map<String, Object> paragraph(Said line, String open) {
      var runs = new ArrayList<Map<String, Object>>();
      runs.add(Map.of("type", "TextRun", "text", line.text + " "));
      runs.add(
          Map.of(
              "type",
              "TextRun",
              "text",
              open,
              "underline",
              true,
              "selectAction",
              Map.of("type", "Action.OpenUrl", "url", line.address)));
      return Map.of("type", "RichTextBlock", "inlines", runs);
    }

    /** Its older kind of webhook answers 200 and says in words what went wrong. */
    @Override
    boolean took(OutgoingAnswer answer) {
      return super.took(answer) && !answer.text().startsWith("Webhook message delivery failed");
    }
  };

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param address where a browser can open it
   */
  record Said(String text, String address) {}

  abstract String body(List<Said> lines, String open);

  boolean took(OutgoingAnswer answer) {
    return answer.isGood();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * No sign of it means anything, and nobody is called: "@all" in a title would ring everybody's
   * phone.
   */
  static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()<>#+!|~$-])", "\\\\$1")
        .replaceAll("([@:])", "$1\u200b");
  }
}
