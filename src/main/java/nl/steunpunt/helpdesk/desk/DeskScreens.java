package nl.steunpunt.helpdesk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
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
    MINE;

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
      Instant deskSince) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  /** A topic of what waits, and how many do. */
  public record Topic(long id, String nameNl, String nameEn, int waiting) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  record Waiting(int all, int untaken, int mine, List<Topic> topics, List<Item> items) {
    int of(Filter filter) {
      return switch (filter) {
        case ALL -> all;
        case UNTAKEN -> untaken;
        case MINE -> mine;
      };
    }
  }

  /**
   * Which part of the queue is looked at.
   *
   * @param topic null: all
   * @param after the mark where the page before ended; null: from the top
   * @param open the question beside which the queue is shown; null: it has the page for itself
   */
  public record View(
      Filter show, @Nullable Long topic, @Nullable String after, @Nullable Long open) {
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
          + (topic == null ? "" : "&topic=" + topic)
          + (mark == null ? "" : "&after=" + mark)
          + (open == null ? "" : "&open=" + open);
    }
  }

  /**
   * @param next the mark where this page ends; null: it is the last one
   */
  public record Queue(Waiting waiting, List<Item> items, View view, @Nullable String next) {
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
      boolean couldPowerUser) {}

  private static final int ROWS = 50;
  private static final String QUEUE = SqlFile.beside(DeskScreens.class, "queue.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;

  DeskScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  Queue queue(Me me, View view) {
    var after = Mark.read(view.after);
    var statement =
        sql.sql(QUEUE)
            .param("me", me.id())
            .param("show", view.show)
            .param("topic", view.topic)
            .param("afterId", after == null ? null : after.id())
            .param("afterStuck", after != null && after.stuck())
            .param("afterSince", after == null ? null : after.waitingSince())
            .param("rows", ROWS + 1);
    var waiting = screens.one(statement, Waiting.class).orElseThrow();
    var more = waiting.items.size() > ROWS;
    var items = more ? waiting.items.subList(0, ROWS) : waiting.items;
    return new Queue(waiting, items, view, more ? Mark.after(items.getLast()).written() : null);
  }

  Ticket ticket(Me me, QuestionId question) {
    var statement =
        sql.sql(
                """
                select to_json(ticket) from (
                  select q.id as question, q.status = 'with_helpdesk' as at_desk, d.id as taken_by_id,
                         d.name as taken_by, coalesce(d.id = :me, false) as mine, p.name as before,
                         e.name as closed_by, k.close_reason as closed,
                         coalesce(k.could_power_user, false) as could_power_user
                    from support.pub_question q
                    left join helpdesk.ticket k on k.question_id = q.id and k.came_at = q.came_to_desk_at
                    left join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
                    left join people.pub_person e on e.id = k.closed_by
                    left join people.pub_person p on p.id = q.power_user_id
                   where q.id = :question and q.desk_since is not null) ticket
                """)
            .param("me", me.id())
            .param("question", question);
    return screens
        .one(statement, Ticket.class)
        .orElseGet(
            () -> new Ticket(question.value(), false, null, null, false, null, null, null, false));
  }
}
