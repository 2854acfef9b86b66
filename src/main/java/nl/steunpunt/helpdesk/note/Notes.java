package nl.steunpunt.helpdesk.note;

import java.time.Clock;
import java.util.UUID;
import nl.steunpunt.helpdesk.DeskPeople;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Typed;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes of the desk. Who asked the question does not see them, also when that one works at the
 * desk.
 */
@Service
public class Notes {
  public static final int LONGEST = 10_000;

  private final QuestionDoor questions;
  private final LiveEvents live;
  private final DeskPeople desk;
  private final JdbcClient sql;
  private final Clock clock;

  Notes(QuestionDoor questions, LiveEvents live, DeskPeople desk, JdbcClient sql, Clock clock) {
    this.questions = questions;
    this.live = live;
    this.desk = desk;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param clientId the number of the form: sent again it is the same note
   */
  @Transactional
  public void write(Me me, QuestionId question, UUID clientId, String typed) {
    var asker = questions.askerOf(me, question);
    if (!me.is(Role.HELPDESK) || me.id().equals(asker)) {
      throw new NotFound();
    }
    var text = Typed.clean(typed).strip();
    if (text.isEmpty()) {
      throw Refusal.of("note.refused.empty").at("note");
    }
    if (text.length() > LONGEST) {
      throw Refusal.of("note.refused.long", LONGEST).at("note");
    }
    sql.sql(
            """
            insert into helpdesk.note (question_id, author_id, client_id, text, written_at)
            values (:question, :author, :client, :text, :now)
            on conflict (question_id, client_id) do nothing
            """)
        .param("question", question)
        .param("author", me.id())
        .param("client", clientId)
        .param("text", text)
        .param("now", clock.instant())
        .update();
    live.tell(desk.but(asker), "question", question.value(), "note");
  }

  /** One's own: it stood at the wrong question. */
  @Transactional
  public void remove(Me me, QuestionId question, NoteId note) {
    var asker = questions.askerOf(me, question);
    var removed =
        sql.sql(
                "delete from helpdesk.note where id = :note and question_id = :question and author_id = :me")
            .param("note", note)
            .param("question", question)
            .param("me", me.id())
            .update();
    if (removed == 0) {
      throw new NotFound();
    }
    live.tell(desk.but(asker), "question", question.value(), "note");
  }
}
