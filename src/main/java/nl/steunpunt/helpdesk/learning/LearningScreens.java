package nl.steunpunt.helpdesk.learning;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.measure.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What to learn, by topic, in one statement. */
@Repository
public class LearningScreens {
  private static final int WEEKS = 12;

  private static final String LEARNING = SqlFile.beside(LearningScreens.class, "learning.sql");

  public record Answer(long id, String title) {}

  public record Question(long id, String text) {}

  /**
   * @param id null: without a topic
   * @param closed as far as it is told
   * @param could of {@code closed}, what a power user could have solved; 0: no number is told, it
   *     would be of fewer than five people
   * @param questions those behind it that the reader may see
   */
  public record Topic(
      @Nullable Long id,
      @Nullable String nameNl,
      @Nullable String nameEn,
      int closed,
      int could,
      List<Answer> answers,
      List<Question> questions) {
    public @Nullable String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }

    public boolean isCounted() {
      return could != 0;
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
    return screens
        .one(
            sql.sql(LEARNING)
                .param("me", me.id())
                .param("desk", me.is(Role.HELPDESK))
                .param("weeks", WEEKS)
                .param("from", clock.instant().minus(WEEKS * 7L, ChronoUnit.DAYS)),
            Learning.class)
        .orElseThrow();
  }
}
