package nl.steunpunt.helpdesk.canned;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk's answers, and what each says to who asked a question. */
@Component
public class CannedAnswers {
  static final int MOST = 200;

  public record Answer(CannedId id, String titleNl, String titleEn, String textNl, String textEn) {
    public String title(String language) {
      return language.equals("nl") ? titleNl : titleEn;
    }
  }

  private record Asked(
      String name, String language, @Nullable String topicNl, @Nullable String topicEn) {
    String firstName() {
      return name.split(" ")[0];
    }
  }

  private final QuestionDoor questions;
  private final JdbcClient sql;

  CannedAnswers(QuestionDoor questions, JdbcClient sql) {
    this.questions = questions;
    this.sql = sql;
  }

  public List<Answer> active() {
    return sql.sql(
            """
            select id, title_nl, title_en, text_nl, text_en from helpdesk.canned where active
             order by title_nl, id
            """)
        .query(Answer.class)
        .list();
  }

  public Optional<Answer> find(CannedId id) {
    return sql.sql(
            "select id, title_nl, title_en, text_nl, text_en from helpdesk.canned where id = :id and active")
        .param("id", id)
        .query(Answer.class)
        .optional();
  }

  Answer one(CannedId id) {
    return find(id).orElseThrow(NotFound::new);
  }

  /** In the language of who asked, with the fields filled in. */
  public String written(Me me, CannedId id, QuestionId question) {
    questions.requireVisible(me, question);
    var answer = find(id).orElseThrow(() -> Refusal.of("canned.refused.gone").at("canned"));
    var asked =
        sql.sql(
                """
                select p.name, p.language, q.topic_nl, q.topic_en
                  from support.pub_question q join people.pub_person p on p.id = q.asker_id
                 where q.id = :question
                """)
            .param("question", question)
            .query(Asked.class)
            .single();
    var number = question.toString();
    var mine = me.name().split(" ")[0];
    return asked.language.equals("nl")
        ? new FieldedText("-", answer.textNl)
            .text(
                Map.of(
                    "voornaam",
                    asked.firstName(),
                    "vraag",
                    number,
                    "onderwerp",
                    Objects.requireNonNullElse(asked.topicNl, ""),
                    "ik",
                    mine))
        : new FieldedText("-", answer.textEn)
            .text(
                Map.of(
                    "first_name",
                    asked.firstName(),
                    "question",
                    number,
                    "topic",
                    Objects.requireNonNullElse(asked.topicEn, ""),
                    "me",
                    mine));
  }

  @Transactional
  void add(CannedForm form) {
    if (active().size() >= MOST) {
      throw Refusal.of("canned.refused.many", MOST).at("titleNl");
    }
    sql.sql(
            """
            insert into helpdesk.canned (title_nl, title_en, text_nl, text_en)
            values (:titleNl, :titleEn, :textNl, :textEn)
            """)
        .param("titleNl", form.titleNl())
        .param("titleEn", form.titleEn())
        .param("textNl", form.textNl())
        .param("textEn", form.textEn())
        .update();
  }

  @Transactional
  void change(CannedId id, CannedForm form) {
    one(id);
    sql.sql(
            """
            update helpdesk.canned set title_nl = :titleNl, title_en = :titleEn, text_nl = :textNl, text_en = :textEn
             where id = :id
            """)
        .param("id", id)
        .param("titleNl", form.titleNl())
        .param("titleEn", form.titleEn())
        .param("textNl", form.textNl())
        .param("textEn", form.textEn())
        .update();
  }

  /** What was said with it stays said. */
  @Transactional
  String retire(CannedId id, String language) {
    var answer = one(id);
    macrosWith(id, language)
        .ifPresent(macros -> {
          throw Refusal.conflict("canned.refused.in_macro", macros);
        });
    sql.sql("update helpdesk.canned set active = false where id = :id").param("id", id).update();
    return answer.titleNl;
  }

  private Optional<String> macrosWith(CannedId id, String language) {
    return sql.sql(
            """
            select string_agg(case :language when 'nl' then name_nl else name_en end, ', ' order by name_nl)
              from helpdesk.macro where canned_id = :id and active
            """)
        .param("id", id)
        .param("language", language)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single();
  }
}
