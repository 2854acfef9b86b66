package nl.steunpunt.issues.mypeople;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How what the people of a power user are stuck on stands: that, and no more. */
@Repository
public class MyPeopleScreens {
  /** What ended stays in sight for so long. */
  private static final Duration ENDED = Duration.ofDays(14);

  static final int ROWS = 40;

  /** How a list ends that begins with the newest. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final String PEOPLE =
      OwnPeople.MINE + SqlFile.beside(MyPeopleScreens.class, "my-people.sql");

  public enum Kind {
    ISSUE,
    QUESTION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param id of the issue or the question
   * @param title of an issue; of a question what was asked, when its asker shares it; else null
   * @param status a word of issues or of questions
   * @param next what comes next, a word with a text
   * @param holder who helps with a question
   * @param who of an issue those who asked or said so themselves; of a question its asker
   * @param hit of an issue how many of these people, the nameless ones too
   * @param text the whole of what was asked, when its asker shares it
   * @param plannedRelease of an issue; null: not planned
   */
  public record Row(
      Kind kind,
      long id,
      @Nullable String title,
      @Nullable String topicNl,
      @Nullable String topicEn,
      String system,
      String status,
      String next,
      @Nullable String holder,
      List<String> who,
      int hit,
      @Nullable String text,
      @Nullable String plannedRelease,
      Instant since) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }

    public boolean isIssue() {
      return kind == Kind.ISSUE;
    }

    /** The row after which a page goes on. */
    public String key() {
      return (isIssue() ? "i" : "q") + id;
    }
  }

  /**
   * @param people how many work there
   */
  public record PlaceOf(long id, String name, int people) {}

  /**
   * @param people how many the power user serves now
   * @param standingIn how many of those as a deputy
   */
  public record People(
      List<Row> rows,
      int people,
      int standingIn,
      List<PlaceOf> departments,
      List<PlaceOf> locations) {}

  /**
   * @param kind null: both
   * @param department null: all
   * @param location null: all
   * @param before the moment and key of the row to go on after; null: from the newest
   */
  public record Filter(
      @Nullable Kind kind,
      @Nullable Long department,
      @Nullable Long location,
      @Nullable Instant before,
      String key) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  MyPeopleScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /** One row more than asked for, when there is more. */
  People people(PersonId powerUser, Filter filter, int rows) {
    var now = clock.instant();
    var statement =
        sql.sql(PEOPLE)
            .param("me", powerUser)
            .param("now", now)
            .param("ended", now.minus(ENDED))
            .param("issues", filter.kind != Kind.QUESTION)
            .param("questions", filter.kind != Kind.ISSUE)
            .param("department", filter.department)
            .param("location", filter.location)
            .param("before", filter.before == null ? LATEST : filter.before)
            .param("key", filter.key)
            .param("rows", rows + 1);
    return screens.one(statement, People.class).orElseThrow();
  }
}
