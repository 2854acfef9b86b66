package nl.steunpunt.helpdesk.setup;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.helpdesk.DeskArranging;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeskSetup implements DeskArranging {
  private final JdbcClient sql;
  private final Clock clock;

  DeskSetup(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void arrange(List<NewQueue> queues, List<NewAnswer> answers, List<NewMacro> macros) {
    queues.forEach(this::add);
    answers.forEach(this::add);
    macros.forEach(this::add);
  }

  private void add(NewQueue queue) {
    sql.sql(
            """
            with made as (
              insert into helpdesk.queue (name_nl, name_en) values (:nl, :en) returning id
            ), worked as (
              insert into helpdesk.queue_person (queue_id, person_id)
              select made.id, person from made, unnest(:people::bigint[]) person
            )
            insert into helpdesk.queue_rule (system_id, topic_id, queue_id)
            select :system, topic, made.id
              from made, unnest(case when :whole then array[null]::bigint[] else :topics::bigint[] end) topic
            on conflict do nothing
            """)
        .param("nl", queue.nameNl())
        .param("en", queue.nameEn())
        .param("system", queue.system())
        .param("whole", queue.topics().isEmpty())
        .param("topics", queue.topics().toArray(Long[]::new))
        .param("people", queue.people().stream().map(PersonId::value).toArray(Long[]::new))
        .update();
  }

  private void add(NewAnswer answer) {
    sql.sql(
            """
            insert into helpdesk.canned (title_nl, text_nl, title_en, text_en)
            values (:titleNl, :textNl, :titleEn, :textEn)
            """)
        .param("titleNl", answer.titleNl())
        .param("textNl", answer.textNl())
        .param("titleEn", answer.titleEn())
        .param("textEn", answer.textEn())
        .update();
  }

  private void add(NewMacro macro) {
    sql.sql(
            """
            insert into helpdesk.macro (name_nl, name_en, canned_id, close_reason, severity, takes)
            values (:nl, :en, (select id from helpdesk.canned where title_nl = :answer and active limit 1), :close,
                    :severity, :takes)
            """)
        .param("nl", macro.nameNl())
        .param("en", macro.nameEn())
        .param("answer", macro.answer())
        .param("close", macro.close())
        .param("severity", macro.severity())
        .param("takes", macro.takes())
        .update();
  }

  /** It came when its question came to the desk, and ended when that changed last. */
  @Override
  @Transactional
  public void visited(List<PastVisit> visits) {
    for (var visit : visits) {
      sql.sql(
              """
              insert into helpdesk.ticket (question_id, came_at, queue_id, reacted_at, closed_by, closed_at, close_reason,
                                           could_power_user)
              select q.id, q.came_to_desk_at, (select id from helpdesk.queue where fallback), q.changed_at, :by,
                     q.changed_at, 'solved', :could
                from support.pub_question q
               where q.id = :question and q.came_to_desk_at is not null and q.status in ('solved', 'closed')
              on conflict (question_id, came_at) do nothing
              """)
          .param("question", visit.question())
          .param("by", visit.closedBy())
          .param("could", visit.couldPowerUser())
          .update();
    }
  }

  @Override
  @Transactional
  public void note(QuestionId question, PersonId by, String text) {
    sql.sql(
            """
            insert into helpdesk.note (question_id, author_id, client_id, text, written_at)
            values (:question, :author, :client, :text, :now)
            """)
        .param("question", question)
        .param("author", by)
        .param("client", UUID.randomUUID())
        .param("text", text)
        .param("now", clock.instant())
        .update();
  }
}
