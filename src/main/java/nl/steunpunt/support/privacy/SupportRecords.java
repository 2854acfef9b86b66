package nl.steunpunt.support.privacy;

import java.util.List;
import nl.steunpunt.people.NamePattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.support.answer.AnswerNaming;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What others wrote is theirs, and not in here; nor is when anything was: who reads the times of a
 * power user's questions can rank power users.
 */
@Component
@Order(30)
class SupportRecords implements PersonalRecords {
  private final JdbcClient sql;
  private final AnswerNaming answers;

  SupportRecords(JdbcClient sql, AnswerNaming answers) {
    this.sql = sql;
    this.answers = answers;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        read(
            "questions",
            """
            select id as question, (asked_at at time zone 'Europe/Amsterdam')::date as day, text, status, outcome,
                   filed_by_id <> asker_id as asked_by_a_colleague,
                   exists (select from support.shared_question s where s.question_id = id) as shared_with_power_user
              from support.question where asker_id = :person order by id
            """,
            person),
        read(
            "conversations",
            """
            select question_id as question, role from support.participant where person_id = :person order by 1
            """,
            person),
        read(
            "messages",
            """
            select question_id as question, kind, text from support.message where author_id = :person order by id
            """,
            person),
        read(
            "files",
            """
            select question_id as question, kind, name from support.attachment where uploader_id = :person order by id
            """,
            person),
        read(
            "signals",
            """
            select id as signal, (sent_at at time zone 'Europe/Amsterdam')::date as day, text, state, reply,
                   sender_id is distinct from :person as heard_from_a_colleague
              from support.signal where sender_id = :person or heard_by_id = :person order by id
            """,
            person),
        read(
            "answers",
            """
            select id as answer, title, text, why from support.answer where author_id = :person order by id
            """,
            person),
        read(
            "help_moments",
            """
            select (helped_at at time zone 'Europe/Amsterdam')::date as day, minutes, note
              from support.help_moment where power_user_id = :person order by id
            """,
            person),
        read(
            "mail_in",
            """
            select (came_at at time zone 'Europe/Amsterdam')::date as day, sender, subject, outcome, question_id as question
              from support.mail_in where person_id = :person order by id
            """,
            person));
  }

  private Section read(String name, String query, PersonId person) {
    return Section.read(sql, name, query, person);
  }

  @Override
  public void erase(Leaver leaver) {
    var pattern = NamePattern.of(leaver);
    for (var statement :
        List.of(
            // A picture of somebody's screen shows names in ways that no pattern finds.
            "delete from support.attachment where uploader_id = :person",
            """
            update support.message
               set text = regexp_replace(text, :pattern, '…', 'gi'), quoted = regexp_replace(quoted, :pattern, '…', 'gi')
             where (text ~* :pattern or quoted ~* :pattern)
               and question_id in (select question_id from support.participant where person_id = :person)
            """,
            """
            update support.question set text = regexp_replace(text, :pattern, '…', 'gi')
             where text ~* :pattern
               and id in (select question_id from support.participant where person_id = :person)
            """,
            """
            update support.signal
               set text = regexp_replace(text, :pattern, '…', 'gi'), reply = regexp_replace(reply, :pattern, '…', 'gi')
             where sender_id = :person or heard_by_id = :person or power_user_id = :person
            """,
            "update support.help_moment set note = '' where power_user_id = :person",
            "update support.mail_in set sender = '', subject = '' where person_id = :person")) {
      sql.sql(statement).param("person", leaver.id()).param("pattern", pattern).update();
    }
    answers.remove(leaver.id(), pattern);
  }
}
