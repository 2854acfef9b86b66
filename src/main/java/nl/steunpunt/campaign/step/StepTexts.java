package nl.steunpunt.campaign.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.FieldedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The text that holds of each step in each language: the lead's own, or else ours. */
@Repository
class StepTexts {
  private final JdbcClient sql;
  private final StepFilling filling;
  private final AuditTrail audit;
  private final Clock clock;

  StepTexts(JdbcClient sql, StepFilling filling, AuditTrail audit, Clock clock) {
    this.sql = sql;
    this.filling = filling;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param isOurs nobody changed it, or it was put back
   */
  record Held(FieldedText text, boolean isOurs) {}

  private record Row(String language, @Nullable String title, @Nullable String body) {}

  /** By the word of the language. */
  Map<String, Held> of(Step step) {
    var texts = new HashMap<String, Held>();
    for (var language : Messages.LANGUAGES) {
      texts.put(language.getLanguage(), new Held(ours(step.kind(), language), true));
    }
    for (var row :
        sql.sql(
                """
                select distinct on (language) language, title, body from campaign.step_text
                 where step_id = :step order by language, id desc
                """)
            .param("step", step.id())
            .query(Row.class)
            .list()) {
      if (row.title != null && row.body != null) {
        texts.put(row.language, new Held(new FieldedText(row.title, row.body), false));
      }
    }
    return texts;
  }

  /** As they go out now, by the word of the language. */
  Map<String, FieldedText> held(Step step) {
    return of(step).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().text()));
  }

  Held of(Step step, Locale language) {
    var held = of(step).get(language.getLanguage());
    return held == null ? new Held(ours(step.kind(), language), true) : held;
  }

  /**
   * @throws nl.steunpunt.platform.web.Refusal when it is empty, too long, or names a field that
   *     this step has not
   */
  void check(Step step, Locale language, FieldedText text) {
    text.check(filling.names(step.kind(), language));
  }

  @Transactional
  public void change(PersonId by, Step step, Locale language, FieldedText text) {
    check(step, language, text);
    if (!text.equals(of(step, language).text())) {
      save(by, step, language, text);
    }
  }

  @Transactional
  public void restore(PersonId by, Step step, Locale language) {
    if (!of(step, language).isOurs()) {
      save(by, step, language, null);
    }
  }

  private void save(PersonId by, Step step, Locale language, @Nullable FieldedText text) {
    sql.sql(
            """
            insert into campaign.step_text (step_id, language, title, body, by_id, at)
            values (:step, :language, :title, :body, :by, :now)
            """)
        .param("step", step.id())
        .param("language", language.getLanguage())
        .param("title", text == null ? null : text.title())
        .param("body", text == null ? null : text.body())
        .param("by", by)
        .param("now", clock.instant())
        .update();
    audit.note(
        text == null ? "campaign_text_restored" : "campaign_text_changed",
        step.system().value(),
        Map.of("step", step.kind().word(), "language", language.getLanguage()));
  }

  /** The first line is the title. */
  static FieldedText ours(StepKind kind, Locale language) {
    var name = "texts/" + kind.word() + "_" + language.getLanguage() + ".txt";
    try (var in = StepTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return FieldedText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
