package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.issues.mypeople.OwnPeople;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a power user has to tell, of the people they serve at this moment. */
@Repository
public class TellingScreens {
  /** What was told stays in sight for so long, to read again or take back. */
  private static final Duration TOLD = Duration.ofDays(7);

  private static final int CARDS = 20;
  private static final String NOTICES =
      OwnPeople.MINE + SqlFile.beside(TellingScreens.class, "notices.sql");

  public record Name(long id, String name) {}

  public record OwnWords(String language, String text) {}

  /**
   * @param news the newest about it
   * @param hit how many of the reader's people
   * @param names who is still to be told
   * @param told by the reader
   * @param heard from the product
   * @param until when the product tells them; null: nobody waits
   * @param newsNl in the desk's words; null: as the issue says it
   */
  public record Card(
      long id,
      long news,
      String title,
      Status status,
      @Nullable String workaround,
      @Nullable String plannedRelease,
      Instant at,
      @Nullable Instant until,
      int hit,
      List<Name> names,
      int told,
      int heard,
      int disputed,
      boolean standingIn,
      @Nullable String newsNl,
      @Nullable String newsEn,
      List<OwnWords> own) {

    public boolean waits() {
      return !names.isEmpty();
    }

    /** What to say: in one's own words, else the desk's, else as the issue says it. */
    public String text(Messages messages, String language) {
      return own.stream()
          .filter(words -> words.language.equals(language))
          .map(OwnWords::text)
          .findFirst()
          .orElseGet(() -> ready(messages, language));
    }

    /** The same without one's own words. */
    public String ready(Messages messages, String language) {
      var written = language.equals("nl") ? newsNl : newsEn;
      return written != null
          ? written
          : NewsText.of(messages, Locale.of(language), title, status, workaround, plannedRelease);
    }
  }

  /**
   * @param all how many issues there are to tell about, on all pages
   * @param next where the next page begins; null: this is the last
   */
  public record Notices(List<Card> toTell, List<Card> told, int all, @Nullable Long next) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  TellingScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * The oldest first: that is told first by the product too.
   *
   * @param after the news to go on after; null: from the oldest
   */
  Notices notices(PersonId me, @Nullable Long after, int rows) {
    var found = find(me, null, after, rows + 1);
    var toTell = found.toTell;
    return toTell.size() > rows
        ? new Notices(toTell.subList(0, rows), found.told, found.all, toTell.get(rows - 1).news)
        : found;
  }

  Notices notices(PersonId me, @Nullable Long after) {
    return notices(me, after, CARDS);
  }

  /**
   * @throws NotFound when nobody of the reader's people is hit by it, or there is no news
   */
  Card card(PersonId me, IssueId issue) {
    var found = find(me, issue, null, 1);
    return found.toTell.stream()
        .findFirst()
        .or(() -> found.told.stream().findFirst())
        .orElseThrow(NotFound::new);
  }

  private Notices find(PersonId me, @Nullable IssueId issue, @Nullable Long after, int rows) {
    var now = clock.instant();
    var statement =
        sql.sql(NOTICES)
            .param("me", me)
            .param("now", now)
            .param("issue", issue)
            .param("after", after)
            .param("rows", rows)
            .param("since", now.minus(TOLD));
    return screens.one(statement, Notices.class).orElseThrow();
  }

  /** How many issues this power user can tell people about. */
  int count(PersonId powerUser) {
    return Objects.requireNonNull(
        sql.sql(
                OwnPeople.MINE
                    + """
                    select count(distinct h.issue_id)::int
                      from mine
                      join issues.hearing h on h.person_id = mine.person_id and h.state = 'to_tell'
                      join issues.issue i on i.id = h.issue_id and i.system_id = mine.system_id
                      join issues.me_too m on m.issue_id = h.issue_id and m.person_id = h.person_id and m.named
                    """)
            .param("me", powerUser)
            .param("now", clock.instant())
            .query(Integer.class)
            .single());
  }
}
