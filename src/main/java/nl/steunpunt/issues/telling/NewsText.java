package nl.steunpunt.issues.telling;

import java.util.Locale;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** What there is to tell, ready to say: as the issue stands, until somebody writes it better. */
final class NewsText {
  private NewsText() {}

  static String of(
      Messages messages,
      Locale language,
      String title,
      Status status,
      @Nullable String workaround,
      @Nullable String plannedRelease) {
    var said =
        plannedRelease != null && status == Status.FIX_PLANNED
            ? messages.text(language, "telling.text.fix_planned.release", title, plannedRelease)
            : messages.text(language, "telling.text." + status.word(), title);
    return workaround == null || status == Status.RESOLVED || status == Status.WORKS_NOW
        ? said
        : said + " " + messages.text(language, "telling.text.workaround", workaround);
  }
}
