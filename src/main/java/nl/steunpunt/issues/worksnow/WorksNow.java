package nl.steunpunt.issues.worksnow;

import java.time.Clock;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.issues.telling.NewsId;
import nl.steunpunt.issues.telling.TellingSettings;
import nl.steunpunt.issues.worksnow.WorksAnswers.Asked;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the answers. When enough people have answered and too few of them say yes, the issue is
 * open again; when enough say yes, it works now.
 */
@Service
public class WorksNow {
  static final int MAX_TEXT = 1_000;

  private final WorksAnswers answers;
  private final IssueTracking tracking;
  private final Settings settings;
  private final Clock clock;

  WorksNow(WorksAnswers answers, IssueTracking tracking, Settings settings, Clock clock) {
    this.answers = answers;
    this.tracking = tracking;
    this.settings = settings;
    this.clock = clock;
  }

  Asked asked(NewsId news, PersonId person) {
    return answers.asked(news, person).orElseThrow(NotFound::new);
  }

  Optional<Asked> asked(IssueId issue, PersonId person) {
    return answers.asked(issue, person);
  }

  /**
   * Another answer takes the place of the first.
   *
   * @param text what they still see; null: nothing is said about that
   */
  @Transactional
  public void answer(NewsId news, PersonId person, boolean works, @Nullable String text) {
    tracking.lock(asked(news, person).issueId());
    var asked = asked(news, person);
    if (!asked.open()) {
      throw Refusal.conflict("works.refused.over");
    }
    if (text != null && text.strip().length() > MAX_TEXT) {
      throw Refusal.of("works.refused.long_text", MAX_TEXT).at("text");
    }
    answers.keep(news, person, works, text == null ? null : text.strip(), clock.instant());
    weigh(asked.issueId(), news);
  }

  private void weigh(IssueId issue, NewsId news) {
    var agreed =
        settings.get(TellingSettings.SETTING, TellingSettings.class, TellingSettings.USUAL);
    var count = answers.count(news);
    if (count.answers() < Math.min(agreed.fewestAnswers(), count.asked())) {
      return;
    }
    if (100L * count.yes() < (long) agreed.agreedShare() * count.answers()) {
      answers.dispute(issue, news);
      tracking.reopen(issue);
    } else {
      tracking.worksNow(issue);
    }
  }
}
