package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.AskedQuestion;
import nl.steunpunt.support.AskedQuestion.Named;
import nl.steunpunt.support.AskedQuestion.Stop;
import nl.steunpunt.support.AskedQuestions;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.routing.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Questions and their messages as the API gives them. The times of a question's steps are for its
 * asker and its power user alone; others see the steps without times.
 */
@Repository
class QuestionReading implements AskedQuestions {
  record Message(
      long id, UUID clientId, Named author, String kind, String text, Instant at, boolean edited) {}

  private static final String QUESTIONS =
      SqlFile.beside(QuestionReading.class, "api-questions.sql");

  /**
   * A statement of its own: with "this one, or all" PostgreSQL plans each execution anew, which
   * takes longer than all else of asking.
   */
  private static final String ONE =
      """
      with mine as (
        select q.*
          from support.question q
         where q.id = :id
           and (coalesce((select true from support.participant seat
                           where seat.question_id = q.id and seat.person_id = :me), false)
                or (:desk and q.desk_since is not null))
      )
      """
          + QUESTIONS;

  private static final String MANY =
      """
      with mine as (
        select q.*
          from support.question q
         where (exists (select from support.participant seat where seat.question_id = q.id and seat.person_id = :me)
                or (:desk and q.desk_since is not null))
           and (:after::bigint is null or q.id < :after)
           and (:anyStatus or q.status = any(:statuses::text[]))
           and (not :withMe or (q.status = 'with_power_user' and q.power_user_id = :me))
         order by q.id desc
         limit :rows
      )
      """
          + QUESTIONS;

  private static final String MESSAGES =
      """
      select to_json(it) from (
        select m.id, m.client_id, json_build_object('id', p.id, 'name', p.name) as author, m.kind, m.text,
               m.written_at as at, m.edited_at is not null as edited
          from support.message m
          join people.pub_person p on p.id = m.author_id
         where m.question_id = :question
      """;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Messages texts;

  QuestionReading(JdbcClient sql, ScreenSql screens, Messages texts) {
    this.sql = sql;
    this.screens = screens;
    this.texts = texts;
  }

  @Override
  public AskedQuestion one(Me me, QuestionId id) {
    return find(sql.sql(ONE).param("id", id), me).stream().findFirst().orElseThrow(NotFound::new);
  }

  /**
   * The newest first.
   *
   * @param withMe only those that wait with me as their power user
   */
  Slice<AskedQuestion> list(
      Me me, @Nullable Long after, List<Status> statuses, boolean withMe, int limit) {
    var statement =
        sql.sql(MANY)
            .param("after", after)
            .param("anyStatus", statuses.isEmpty())
            .param("statuses", statuses.stream().map(Status::word).toArray(String[]::new))
            .param("withMe", withMe)
            .param("rows", limit + 1);
    return Slice.of(find(statement, me), limit, AskedQuestion::id);
  }

  private List<AskedQuestion> find(StatementSpec statement, Me me) {
    statement.param("me", me.id()).param("desk", me.is(Role.HELPDESK));
    return screens.list(statement, AskedQuestion.class).stream()
        .map(asked -> withReasons(asked, me))
        .toList();
  }

  /** In the order in which they were written. */
  Slice<Message> messages(QuestionId question, @Nullable Long after, int limit) {
    var statement =
        sql.sql(MESSAGES + " and m.id > :after order by m.id limit :rows) it")
            .param("question", question)
            .param("after", after == null ? 0 : after)
            .param("rows", limit + 1);
    return Slice.of(screens.list(statement, Message.class), limit, Message::id);
  }

  Message message(QuestionId question, UUID clientId) {
    var statement =
        sql.sql(MESSAGES + " and m.client_id = :client) it")
            .param("question", question)
            .param("client", clientId);
    return screens.one(statement, Message.class).orElseThrow(NotFound::new);
  }

  private AskedQuestion withReasons(AskedQuestion it, Me me) {
    return new AskedQuestion(
        it.id(),
        it.status(),
        it.outcome(),
        it.system(),
        it.topic(),
        it.text(),
        it.asker(),
        it.filedBy(),
        it.powerUser(),
        it.stuck(),
        it.stuckUntil(),
        it.taken(),
        it.askedAt(),
        it.changedAt(),
        it.route().stream()
            .map(stop ->
                new Stop(stop.step(), stop.person(), said(stop, it, me), stop.reasons(), stop.at()))
            .toList(),
        it.next());
  }

  private @Nullable String said(Stop stop, AskedQuestion it, Me me) {
    var toAsker = it.asker().id() == me.number();
    var asker = it.asker().name().split(" ")[0];
    return stop.reasons().isEmpty()
        ? null
        : stop.reasons().stream()
            .map(Reason::parse)
            .map(reason -> texts.text(me.locale(), reason.messageKey(toAsker), asker))
            .collect(Collectors.joining(", "));
  }
}
