package nl.steunpunt.issues.issue;

import nl.steunpunt.platform.web.Refusal;

/** The words of an issue, as they are kept: what is too long or missing is refused. */
final class IssueWords {
  static final int MAX_TITLE = 200;
  static final int MAX_TEXT = 10_000;
  static final int MAX_RELEASE = 60;

  private IssueWords() {}

  static String title(String typed) {
    var title = typed.strip();
    if (title.isEmpty()) {
      throw Refusal.of("issue.refused.no_title").at("title");
    }
    if (title.length() > MAX_TITLE) {
      throw Refusal.of("issue.refused.long_title", MAX_TITLE).at("title");
    }
    return title;
  }

  static String text(String typed, String field) {
    if (typed.strip().length() > MAX_TEXT) {
      throw Refusal.of("issue.refused.long_text", MAX_TEXT).at(field);
    }
    return typed.strip();
  }

  static String release(String typed) {
    if (typed.strip().length() > MAX_RELEASE) {
      throw Refusal.of("issue.refused.long_release", MAX_RELEASE).at("plannedRelease");
    }
    return typed.strip();
  }
}
