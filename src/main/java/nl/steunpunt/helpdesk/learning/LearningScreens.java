package nl.steunpunt.helpdesk.learning;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import nl.steunpunt.helpdesk.first.Share;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What to learn, by topic, in one statement. */
@Repository
public class LearningScreens {
  private static final Period BACK = Period.ofWeeks(12);

  /** Of fewer askers no number is said: it would be about them. */
  private static final int FEWEST = 5;

  private static final String LEARNING = SqlFile.beside(LearningScreens.class, "learning.sql");

  public record Answer(long id, String title) {}

  public record Question(long id, String text) {}

  /**
   * @param id null: without a topic
   * @param closed in whole weeks; not yet counted: those of this week
   * @param could of {@code closed}, what a power user could have solved
   * @param people who asked those
   * @param others who asked the rest of {@code closed}: what is said of the one says the other too
   * @param questions those behind it that the reader may see
   */
  public record Topic(
      @Nullable Long id,
      @Nullable String nameNl,
      @Nullable String nameEn,
      int closed,
      int could,
      int people,
      int others,
      List<Answer> answers,
      List<Question> questions) {
    public @Nullable String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }

    public boolean isCounted() {
      return people >= FEWEST && (others == 0 || others >= FEWEST);
    }

    public Share share() {
      return new Share(could, closed);
    }
  }

  public record Learning(List<Topic> topics) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  LearningScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Learning show(Me me) {
    var monday =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(OrganisationClock.ZONE);
    return screens
        .one(
            sql.sql(LEARNING)
                .param("me", me.id())
                .param("desk", me.is(Role.HELPDESK))
                .param("from", monday.minus(BACK).toInstant())
                .param("until", monday.toInstant()),
            Learning.class)
        .orElseThrow();
  }
}
