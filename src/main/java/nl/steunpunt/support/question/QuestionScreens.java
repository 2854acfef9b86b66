package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Stated;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.Attachment;
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
      boolean there,
      @Nullable Stated stated,
      @Nullable String photo) {
    public String firstName() {
      return name.split(" ")[0];
    }

    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }
  }

  /**
   * @param quoted what a mail answers, and its signature; null: it was no mail
   */
  public record Said(
      long id,
      long authorId,
      String author,
      String kind,
      String text,
      @Nullable String quoted,
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

    static Attached of(Attachment file) {
      return new Attached(
          file.id().value(),
          file.isPicture(),
          file.name(),
          file.size(),
          file.thumbnailWidth(),
          file.thumbnailHeight());
    }

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
   * @param said the last messages, oldest first, or those before a message
   * @param since nothing older is on this page, because there are messages before it
   * @param until nothing newer is on this page, because it shows the messages before another
   * @param unsent what this person added to a message that is not sent yet
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
      long systemId,
      String system,
      @Nullable String topicNl,
      @Nullable String topicEn,
      Who asker,
      Who filer,
      @Nullable Who holder,
      String my,
      @Nullable Instant since,
      @Nullable Instant until,
      List<Reader> readers,
      List<Said> said,
      List<Attached> unsent,
      List<Stop> route) {

    /** What was said and what happened, as one line of time. */
    public List<Object> timeline() {
      return Stream.<Object>concat(said.stream(), route.stream().filter(this::isOnThisPage))
          .sorted(
              Comparator.comparing(
                  (Object item) -> item instanceof Said s ? s.at : ((Stop) item).at))
          .toList();
    }

    /** Pages meet at a message's time, so each stop is on one of them. */
    private boolean isOnThisPage(Stop stop) {
      return (since == null || stop.at.isAfter(since))
          && (until == null || !stop.at.isAfter(until));
    }

    /** The last message on this page; null: none is. */
    public @Nullable Long newest() {
      return said.isEmpty() ? null : said.getLast().id;
    }

    /** Before which message the earlier ones are, or null when there are none. */
    public @Nullable Long before() {
      return since == null ? null : said.getFirst().id;
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
      return until == null
          && message.authorId == me
          && said.stream().noneMatch(later -> later.id > message.id && later.authorId == me);
    }

    /**
     * By a power user, with what was tried; else it came to the helpdesk because nobody could take
     * it.
     */
    public boolean wasHandedOver() {
      return route.stream().anyMatch(stop -> stop.kind == StepKind.HANDED_OVER);
    }

    public boolean isAsker() {
      return my.equals("asker");
    }

    public boolean isMine() {
      return my.equals("asker") || my.equals("filer");
    }

    /** Its holder promised to come back at a moment that is still to come. */
    public boolean isPutAside(Instant now) {
      return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    /** A colleague asked me along, and it is still open. */
    public boolean sitsIn() {
      return my.equals("second_chair") && status.isOpen();
    }

    /**
     * The times of its steps are for who asked and who helps; desk and second chair see no times.
     */
    public boolean seesTimes() {
      return isMine() || my.equals("power_user");
    }

    /** The step by which somebody at the desk took it; null: nobody yet, or it is elsewhere. */
    public @Nullable Stop takenAtDesk() {
      if (status != Status.WITH_HELPDESK) {
        return null;
      }
      return route.reversed().stream()
          .filter(stop -> DESK_STEPS.contains(stop.kind))
          .findFirst()
          .filter(stop -> stop.kind == StepKind.TAKEN && stop.personId != null)
          .orElse(null);
    }

    public boolean isHeldBy(long person) {
      return status == Status.WITH_POWER_USER && holder != null && holder.id == person;
    }

    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  private static final int MESSAGES = 30;

  private static final Set<StepKind> DESK_STEPS =
      EnumSet.of(StepKind.HANDED_OVER, StepKind.TO_HELPDESK, StepKind.TAKEN, StepKind.PASSED);

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  QuestionScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  public Show show(Me me, QuestionId id) {
    return show(me, id, null);
  }

  /**
   * @param before with the messages before this one; null: the last ones
   */
  public Show show(Me me, QuestionId id, @Nullable Long before) {
    var now = clock.instant();
    var statement =
        sql.sql(ShowSql.TEXT)
            .param("id", id)
            .param("me", me.id())
            .param("desk", me.is(Role.HELPDESK))
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("messages", MESSAGES + 1)
            .param("now", now)
            .param("seen", now.minus(Presence.LASTS));
    var found = screens.one(statement, Show.class).orElseThrow(NotFound::new);
    return before == null && found.said.size() <= MESSAGES ? found : page(found, before);
  }

  /** One message more than is shown was asked for: it says that there are earlier ones. */
  private static Show page(Show s, @Nullable Long before) {
    var more = s.said.size() > MESSAGES;
    var said = more ? s.said.subList(1, s.said.size()) : s.said;
    var until = said.isEmpty() ? Instant.EPOCH : said.getLast().at;
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
        s.systemId,
        s.system,
        s.topicNl,
        s.topicEn,
        s.asker,
        s.filer,
        s.holder,
        s.my,
        more ? s.said.getFirst().at : null,
        before == null ? null : until,
        s.readers,
        said,
        s.unsent,
        s.route);
  }
}
