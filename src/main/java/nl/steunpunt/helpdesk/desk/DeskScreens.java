package nl.steunpunt.helpdesk.desk;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
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
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param tried what was tried before it was handed over; null: it came here by itself
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

  public record Queue(List<Item> items, Filter filter, @Nullable Long open, boolean more) {}

  /** What the desk may do with a question now. */
  public record Ticket(
      long question,
      boolean atDesk,
      @Nullable String takenBy,
      boolean mine,
      @Nullable String before) {}

  private static final int ROWS = 50;

  private final JdbcClient sql;
  private final ScreenSql screens;

  DeskScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /** Stuck first, then who waits longest; what waits for the asker comes last. */
  Queue queue(Me me, Filter filter, @Nullable Long open) {
    var statement =
        sql.sql(
                """
                select to_json(item) from (
                  select q.id, left(q.text, 200) as text, a.name as asker, a.department, q.topic_nl,
                         q.topic_en, p.name as power_user, d.name as taken_by,
                         coalesce(k.taken_by = :me, false) as mine, q.stuck, q.stuck_until,
                         q.origin = 'desk_first' as desk_first, q.waiting_since, q.desk_since,
                         (select left(tr.text, 200) from support.pub_tried tr
                           where tr.question_id = q.id order by tr.written_at desc limit 1) as tried
                    from support.pub_question q
                    join people.pub_person a on a.id = q.asker_id
                    left join people.pub_person p on p.id = q.power_user_id
                    left join helpdesk.ticket k on k.question_id = q.id
                    left join people.pub_person d on d.id = k.taken_by
                   where q.status = 'with_helpdesk'
                     and (:filter = 'all' or (:filter = 'mine' and k.taken_by = :me)
                          or (:filter = 'untaken' and k.taken_by is null))
                   order by q.stuck desc, q.waiting_since nulls last, q.desk_since, q.id
                   limit :rows) item
                """)
            .param("me", me.id())
            .param("filter", filter)
            .param("rows", ROWS + 1);
    var items = screens.list(statement, Item.class);
    var more = items.size() > ROWS;
    return new Queue(more ? items.subList(0, ROWS) : items, filter, open, more);
  }

  Ticket ticket(Me me, QuestionId question) {
    var statement =
        sql.sql(
                """
                select to_json(ticket) from (
                  select q.id as question, q.status = 'with_helpdesk' as at_desk, d.name as taken_by,
                         coalesce(k.taken_by = :me, false) as mine, p.name as before
                    from support.pub_question q
                    left join helpdesk.ticket k on k.question_id = q.id and q.status = 'with_helpdesk'
                    left join people.pub_person d on d.id = k.taken_by
                    left join people.pub_person p on p.id = q.power_user_id
                   where q.id = :question and q.desk_since is not null) ticket
                """)
            .param("me", me.id())
            .param("question", question);
    return screens
        .one(statement, Ticket.class)
        .orElseGet(() -> new Ticket(question.value(), false, null, false, null));
  }
}
