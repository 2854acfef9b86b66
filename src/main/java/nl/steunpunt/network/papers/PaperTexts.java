package nl.steunpunt.network.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The text that holds of each paper in each language: the organisation's own, or else ours. */
@Repository
public class PaperTexts {
  private static final int SHOWN = 20;

  private final JdbcClient sql;
  private final PaperFilling filling;
  private final AuditTrail audit;
  private final Clock clock;

  PaperTexts(JdbcClient sql, PaperFilling filling, AuditTrail audit, Clock clock) {
    this.sql = sql;
    this.filling = filling;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param title null: the text of the product was put back
   */
  record Row(long id, @Nullable String title, @Nullable String body, String name, Instant at) {
    Optional<FieldedText> text() {
      return title == null || body == null
          ? Optional.empty()
          : Optional.of(new FieldedText(title, body));
    }
  }

  /** Who changed it when, the newest first. */
  public record Change(long id, String name, Instant at, boolean isOurs) {}

  FieldedText current(PaperKind kind, Locale language) {
    return own(kind, language).orElseGet(() -> ours(kind, language));
  }

  Optional<FieldedText> own(PaperKind kind, Locale language) {
    return rows(kind, language, null, 1).stream().findFirst().flatMap(Row::text);
  }

  /** The last change of each that the organisation wrote itself. */
  Map<String, Change> changed() {
    return sql
        .sql(
            """
            select distinct on (t.kind, t.language) t.kind, t.language, t.id, t.title is null as is_ours, p.name, t.at
              from network.paper_text t join people.pub_person p on p.id = t.by_id
             order by t.kind, t.language, t.id desc
            """)
        .query(Last.class)
        .list()
        .stream()
        .filter(last -> !last.isOurs)
        .collect(
            Collectors.toMap(
                last -> last.kind.word() + "/" + last.language,
                last -> new Change(last.id, last.name, last.at, false)));
  }

  private record Last(
      PaperKind kind, String language, long id, boolean isOurs, String name, Instant at) {}

  /** One that held before. */
  Optional<FieldedText> version(PaperKind kind, Locale language, long id) {
    return rows(kind, language, id, 1).stream()
        .findFirst()
        .map(row -> row.text().orElseGet(() -> ours(kind, language)));
  }

  List<Change> history(PaperKind kind, Locale language) {
    return rows(kind, language, null, SHOWN).stream()
        .map(row -> new Change(row.id, row.name, row.at, row.title == null))
        .toList();
  }

  private List<Row> rows(PaperKind kind, Locale language, @Nullable Long id, int most) {
    return sql.sql(
            """
            select t.id, t.title, t.body, p.name, t.at
              from network.paper_text t join people.pub_person p on p.id = t.by_id
             where t.kind = :kind and t.language = :language and (:id::bigint is null or t.id = :id::bigint)
             order by t.id desc limit :most
            """)
        .param("kind", kind)
        .param("language", language.getLanguage())
        .param("id", id)
        .param("most", most)
        .query(Row.class)
        .list();
  }

  /**
   * @throws Refusal when it is empty, too long, or names a field that this paper has not
   */
  @Transactional
  public void change(PersonId by, PaperKind kind, Locale language, FieldedText text) {
    check(kind, language, text);
    var before = current(kind, language);
    if (!text.equals(before)) {
      save(by, kind, language, text);
    }
  }

  @Transactional
  public void restore(PersonId by, PaperKind kind, Locale language) {
    if (own(kind, language).isPresent()) {
      save(by, kind, language, null);
    }
  }

  void check(PaperKind kind, Locale language, FieldedText text) {
    text.check(kind.fields().stream().map(field -> filling.name(field, language)).toList());
  }

  private void save(PersonId by, PaperKind kind, Locale language, @Nullable FieldedText text) {
    sql.sql(
            """
            insert into network.paper_text (kind, language, title, body, by_id, at)
            values (:kind, :language, :title, :body, :by, :now)
            """)
        .param("kind", kind)
        .param("language", language.getLanguage())
        .param("title", text == null ? null : text.title())
        .param("body", text == null ? null : text.body())
        .param("by", by)
        .param("now", clock.instant())
        .update();
    var detail = new LinkedHashMap<String, Object>();
    detail.put("paper", kind.word());
    detail.put("language", language.getLanguage());
    audit.note(text == null ? "paper_text_restored" : "paper_text_changed", null, detail);
  }

  static FieldedText ours(PaperKind kind, Locale language) {
    var name = "texts/" + kind.word() + "_" + language.getLanguage() + ".txt";
    try (var in = PaperTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return FieldedText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
