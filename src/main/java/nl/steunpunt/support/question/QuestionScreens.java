package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.network.Presence;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the question's screen shows, in one statement. */
@Repository
public class QuestionScreens {
  /** A person on the screen. */
  public record Who(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String place,
      boolean there) {}

  public record Said(
      long id,
      long authorId,
      String author,
      String kind,
      String text,
      Instant at,
      boolean edited,
      List<Attached> files) {}

  /** A picture or file of a message; width and height are its thumbnail's, in pixels. */
  public record Attached(
      long id,
      boolean picture,
      String name,
      int size,
      @Nullable Integer width,
      @Nullable Integer height) {

    /** Its size as people say it. */
    public String weight() {
      return size < 1_000_000 ? Math.max(1, size / 1_000) + " kB" : size / 1_000_000 + " MB";
    }
  }

  /** Another participant, and the last message they have seen. */
  public record Reader(String name, long upTo) {}

  public record Stop(
      int seq,
      StepKind kind,
      @Nullable Long personId,
      @Nullable String person,
      String reasons,
      Instant at) {}

  /**
   * @param my this person's place at it: asker, filer, power_user, second_chair or desk
   * @param said the last messages, oldest first
   * @param earlier whether there are messages before those
   */
  public record Show(
      long id,
      Status status,
      Outcome outcome,
      String text,
      Instant askedAt,
      boolean stuck,
      @Nullable Instant stuckUntil,
      boolean taken,
      Next.@Nullable Kind nextStep,
      @Nullable Instant nextAt,
      @Nullable String nextName,
      @Nullable Instant snoozedUntil,
      String system,
      @Nullable String topicNl,
      @Nullable String topicEn,
      Who asker,
      Who filer,
      @Nullable Who holder,
      String my,
      boolean earlier,
      List<Reader> readers,
      List<Said> said,
      List<Stop> route) {

    /** What was said and what happened, as one line of time. */
    public List<Object> timeline() {
      return Stream.<Object>concat(said.stream(), route.stream())
          .sorted(
              Comparator.comparing(
                  (Object item) -> item instanceof Said s ? s.at : ((Stop) item).at))
          .toList();
    }

    /** The question in one line, as a title. */
    public String brief() {
      var line = text.lines().findFirst().orElse("").strip();
      return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    /** Who has seen this message, in first names. */
    public String seenBy(Said message) {
      return readers.stream()
          .filter(reader -> reader.upTo >= message.id)
          .map(reader -> reader.name.split(" ")[0])
          .collect(java.util.stream.Collectors.joining(", "));
    }

    /** The message below which it says who has seen it: my last one. */
    public boolean isMyLast(Said message, long me) {
      return message.authorId == me
          && said.stream().noneMatch(later -> later.id > message.id && later.authorId == me);
    }

    public boolean isMine() {
      return my.equals("asker") || my.equals("filer");
    }

    public boolean isHeldBy(long person) {
      return status == Status.WITH_POWER_USER && holder != null && holder.id == person;
    }

    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  private static final int MESSAGES = 30;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  QuestionScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  public Show show(Me me, QuestionId id) {
    var statement =
        sql.sql(ShowSql.TEXT)
            .param("id", id)
            .param("me", me.id())
            .param("desk", me.is(Role.HELPDESK))
            .param("messages", MESSAGES + 1)
            .param("seen", clock.instant().minus(Presence.LASTS));
    var found = screens.one(statement, Show.class).orElseThrow(NotFound::new);
    return found.said.size() > MESSAGES ? withEarlier(found) : found;
  }

  private static Show withEarlier(Show s) {
    return new Show(
        s.id,
        s.status,
        s.outcome,
        s.text,
        s.askedAt,
        s.stuck,
        s.stuckUntil,
        s.taken,
        s.nextStep,
        s.nextAt,
        s.nextName,
        s.snoozedUntil,
        s.system,
        s.topicNl,
        s.topicEn,
        s.asker,
        s.filer,
        s.holder,
        s.my,
        true,
        s.readers,
        s.said.subList(1, s.said.size()),
        s.route);
  }
}
