package nl.steunpunt.issues.telling;

import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What power users can tell, in the words of who tracks the issue. */
@Service
class DeskWords {
  private final SpreadScreens screens;
  private final Receipts receipts;
  private final IssueTracking tracking;

  DeskWords(SpreadScreens screens, Receipts receipts, IssueTracking tracking) {
    this.screens = screens;
    this.receipts = receipts;
    this.tracking = tracking;
  }

  /** Until there is newer news; an empty text is the ready one again. */
  @Transactional
  public void write(IssueId issue, NewsId news, String nl, String en) {
    tracking.lock(issue);
    var newest = screens.spread(issue).news();
    if (newest == null || newest != news.value()) {
      throw Refusal.conflict("telling.refused.newer");
    }
    receipts.deskWords(news, checked(nl, "nl"), checked(en, "en"));
  }

  private static @Nullable String checked(String text, String field) {
    if (text.strip().length() > NewsTelling.MAX_TEXT) {
      throw Refusal.of("telling.refused.long_text", NewsTelling.MAX_TEXT).at(field);
    }
    return text.isBlank() ? null : text.strip();
  }
}
