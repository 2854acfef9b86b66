package nl.steunpunt.helpdesk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.helpdesk.target.Due;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue and the desk's view of one question, in one statement each. */
@Repository
public class DeskScreens {
  public enum Filter {
    ALL,
    UNTAKEN,
    MINE,
    /** The desk was warned of them, or they are late. */
    NEAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody it was offered to, once or more, and who may have said nothing the last time. */
  public record Offered(String name, boolean silent) {
    public String firstName() {
      return name.split(" ")[0];
    }
  }

  /**
   * @param tried what was tried before it was handed over; null: it came here by itself
   * @param route whom it was offered to before, each once, in the order in which it came to them
   * @param takenBy who at the desk has it; null: nobody yet
   * @param queueNl null: it is in the one for all else, or there is but one
   * @param reach people hit, as far as is known
   * @param merged how many others go with it
   * @param sortAt where it stands in the queue
   * @param dueAt by when the desk reacts, or after that solves it; null: not reckoned yet
   * @param warnAt null: it waits for its asker
   */
  public record Item(
      long id,
      String text,
      String asker,
      String department,
      @Nullable String topicNl,
      @Nullable String topicEn,
      @Nullable String tried,
      @Nullable String powerUser,
      List<Offered> route,
      @Nullable String takenBy,
      boolean mine,
      boolean stuck,
      @Nullable Instant stuckUntil,
      boolean deskFirst,
      @Nullable Instant waitingSince,
      Instant deskSince,
      @Nullable String queueNl,
      @Nullable String queueEn,
      int priority,
      int reach,
      int merged,
      Instant sortAt,
      @Nullable Instant dueAt,
      @Nullable Instant warnAt) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }

    public @Nullable String queue(String language) {
      return language.equals("nl") ? queueNl : queueEn;
    }
  }

  /** A queue that tickets can be in, and how many wait there. */
  public record QueueChoice(long id, String nameNl, String nameEn, int waiting) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  /** A topic of what waits, and how many do. */
  public record Topic(long id, String nameNl, String nameEn, int waiting) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  public record AnswerChoice(long id, String titleNl, String titleEn) {
    public String title(String language) {
      return language.equals("nl") ? titleNl : titleEn;
    }
  }

  /** A macro, for all that were chosen. */
  public record MacroChoice(long id, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  /** What the viewer did just now, and can undo. */
  public record LastDeed(long id, String kind, int tickets) {}

  record Waiting(
      int all,
      int untaken,
      int mine,
      int near,
      int undelivered,
      List<QueueChoice> queues,
      List<AnswerChoice> answers,
      List<MacroChoice> macros,
      @Nullable LastDeed last,
      List<Topic> topics,
      List<Item> items) {
    int of(Filter filter) {
      return switch (filter) {
        case ALL -> all;
        case UNTAKEN -> untaken;
        case MINE -> mine;
        case NEAR -> near;
      };
    }
  }

  /**
   * Which part of the queue is looked at.
   *
   * @param queue null: all
   * @param topic null: all
   * @param after the mark where the page before ended; null: from the top
   * @param open the question beside which the queue is shown; null: it has the page for itself
   */
  public record View(
      Filter show,
      @Nullable Long queue,
      @Nullable Long topic,
      @Nullable String after,
      @Nullable Long open) {
    /** The same part from its top, with another filter. */
    public String address(Filter other) {
      return address(other, null);
    }

    public String address() {
      return address(show, after);
    }

    public String address(Filter filter, @Nullable String mark) {
      return "/desk?show="
          + filter.word()
          + (queue == null ? "" : "&queue=" + queue)
          + (topic == null ? "" : "&topic=" + topic)
          + (mark == null ? "" : "&after=" + mark)
          + (open == null ? "" : "&open=" + open);
    }
  }

  /**
   * @param next the mark where this page ends; null: it is the last one
   */
  public record Queue(
      Waiting waiting,
      List<Item> items,
      View view,
      @Nullable String next,
      WorkingCalendar calendar,
      Instant now) {
    /** Null: it waits for its asker, or is not reckoned yet. */
    public @Nullable Due due(Item item) {
      return item.dueAt == null || item.warnAt == null
          ? null
          : Due.at(item.dueAt, item.warnAt, calendar, now);
    }

    /** What another helpdesk system refused of what we told it. */
    public int undelivered() {
      return waiting.undelivered;
    }

    public List<AnswerChoice> answers() {
      return waiting.answers;
    }

    public List<MacroChoice> macros() {
      return waiting.macros;
    }

    public @Nullable LastDeed last() {
      return waiting.last;
    }

    public List<QueueChoice> queues() {
      return waiting.queues;
    }

    public int count(Filter filter) {
      return waiting.of(filter);
    }

    public List<Topic> topics() {
      return waiting.topics;
    }
  }

  /**
   * What the desk may do with a question now, or what it did.
   *
   * @param closed why the last visit ended: a reason, or "returned"; null: it did not, or nothing
   *     was noted
   * @param severity what the desk says of it; null: as it is reckoned
   * @param weighed what its issues say of it; null: nothing
   * @param notes null: the viewer asked it
   */
  public record Ticket(
      long question,
      boolean atDesk,
      @Nullable Long takenById,
      @Nullable String takenBy,
      boolean mine,
      @Nullable String before,
      @Nullable String closedBy,
      @Nullable String closed,
      boolean couldPowerUser,
      @Nullable Long queue,
      @Nullable Long topic,
      List<Topic> topics,
      List<QueueChoice> queues,
      @Nullable Severity severity,
      @Nullable Severity weighed,
      boolean stuck,
      int priority,
      int reach,
      boolean reacted,
      @Nullable Instant dueAt,
      @Nullable Instant warnAt,
      List<Link> links,
      List<Likely> likely,
      @Nullable List<Note> notes) {
    static Ticket elsewhere(long question) {
      return new Ticket(
          question, false, null, null, false, null, null, null, false, null, null, List.of(),
          List.of(), null, null, false, 3, 1, false, null, null, List.of(), List.of(), null);
    }
  }

  /**
   * Another ticket that it goes with.
   *
   * @param kind merged_into, merged, parent, part, split_from or split
   */
  public record Link(String kind, long question, String asker, boolean open) {}

  /** One that it may belong with: of the same asker or topic. */
  public record Likely(long question, String asker, String text) {}

  /** A word of the desk to itself. */
  public record Note(long id, String author, boolean mine, String text, Instant writtenAt) {}

  private static final int ROWS = 50;

  private static final String QUEUE = SqlFile.beside(DeskScreens.class, "queue.sql");
  private static final String TICKET = SqlFile.beside(DeskScreens.class, "ticket.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;

  DeskScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  Queue queue(Me me, View view, WorkingCalendar calendar, Instant now) {
    var after = Mark.read(view.after);
    var statement =
        sql.sql(QUEUE)
            .param("me", me.id())
            .param("show", view.show)
            .param("queue", view.queue)
            .param("topic", view.topic)
            .param("now", now)
            .param("lately", now.minus(TicketDeeds.UNDONE_WITHIN))
            .param("afterId", after == null ? null : after.id())
            .param("afterWithAsker", after != null && after.withAsker())
            .param("afterSortAt", after == null ? null : after.sortAt())
            .param("rows", ROWS + 1);
    var waiting = screens.one(statement, Waiting.class).orElseThrow();
    var more = waiting.items.size() > ROWS;
    var items = more ? waiting.items.subList(0, ROWS) : waiting.items;
    var next = more ? Mark.after(items.getLast()).written() : null;
    return new Queue(waiting, items, view, next, calendar, now);
  }

  Ticket ticket(Me me, QuestionId question) {
    var statement = sql.sql(TICKET).param("me", me.id()).param("question", question);
    return screens.one(statement, Ticket.class).orElseGet(() -> Ticket.elsewhere(question.value()));
  }
}
