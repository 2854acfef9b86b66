package nl.steunpunt.helpdesk.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets as the API gives them. */
@Component
public class TicketReading {
  private static final String TICKETS = SqlFile.beside(TicketReading.class, "api-tickets.sql");

  public record Named(long id, String name) {}

  public record Note(long id, Named author, String text, Instant writtenAt) {}

  /**
   * @param status the question's
   * @param severity as the desk says; null: as it is reckoned
   * @param weighed what its issues say of its severity; null: nothing
   * @param dueAt by when the desk reacts, or after that solves it
   * @param withAsker it waits for its asker, and the time stands still
   * @param mergedInto the question that it goes with
   * @param notes null in a list, and for whoever asked it
   */
  public record Ticket(
      long id,
      String status,
      String text,
      Named asker,
      @Nullable String department,
      @Nullable String topic,
      @Nullable String queue,
      int priority,
      @Nullable Severity severity,
      @Nullable Severity weighed,
      int reach,
      boolean stuck,
      boolean withAsker,
      @Nullable Instant dueAt,
      boolean nearlyLate,
      @Nullable Named takenBy,
      boolean deskFirst,
      @Nullable Long mergedInto,
      @Nullable List<Note> notes) {}

  /** As it is read: with its place in the queue. */
  record Row(Ticket ticket, Instant sortAt) {
    Mark mark() {
      return new Mark(ticket.withAsker, sortAt, ticket.id);
    }
  }

  private final QuestionDoor questions;
  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  TicketReading(QuestionDoor questions, JdbcClient sql, ScreenSql screens, Clock clock) {
    this.questions = questions;
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Slice<Ticket> list(
      Me me, DeskScreens.Filter show, @Nullable Long queue, @Nullable Mark after, int limit) {
    var found = rows(me, null, show, queue, after, limit + 1);
    var items = found.stream().limit(limit).map(Row::ticket).toList();
    return new Slice<>(items, found.size() > limit ? found.get(limit - 1).mark().written() : null);
  }

  public Ticket one(Me me, QuestionId id) {
    questions.requireVisible(me, id);
    return rows(me, id, DeskScreens.Filter.ALL, null, null, 1).stream()
        .findFirst()
        .map(Row::ticket)
        .orElseThrow(NotFound::new);
  }

  private List<Row> rows(
      Me me,
      @Nullable QuestionId id,
      DeskScreens.Filter show,
      @Nullable Long queue,
      @Nullable Mark after,
      int rows) {
    return screens.list(
        sql.sql(TICKETS)
            .param("me", me.id())
            .param("id", id)
            .param("language", me.language())
            .param("now", clock.instant())
            .param("show", show)
            .param("queue", queue)
            .param("afterId", after == null ? null : after.id())
            .param("afterWithAsker", after != null && after.withAsker())
            .param("afterSortAt", after == null ? null : after.sortAt())
            .param("rows", rows),
        Row.class);
  }
}
