package nl.steunpunt.helpdesk.macro;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk's macros. */
@Component
public class Macros {
  static final int MOST = 60;

  /**
   * @param queueNl the queue's name; null: it stays where it is
   */
  public record Macro(
      MacroId id,
      String nameNl,
      String nameEn,
      @Nullable CannedId cannedId,
      @Nullable String cannedNl,
      @Nullable String cannedEn,
      @Nullable CloseReason closeReason,
      @Nullable Severity severity,
      @Nullable QueueId queueId,
      @Nullable String queueNl,
      @Nullable String queueEn,
      boolean takes) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }

    public @Nullable String canned(String language) {
      return language.equals("nl") ? cannedNl : cannedEn;
    }

    public @Nullable String queue(String language) {
      return language.equals("nl") ? queueNl : queueEn;
    }
  }

  private static final String SELECT =
      """
      select m.id, m.name_nl, m.name_en, m.canned_id, c.title_nl as canned_nl, c.title_en as canned_en,
             m.close_reason, m.severity, u.id as queue_id,
             u.name_nl as queue_nl, u.name_en as queue_en, m.takes
        from helpdesk.macro m
        left join helpdesk.canned c on c.id = m.canned_id
        left join helpdesk.queue u on u.id = m.queue_id and u.active
       where m.active
      """;

  private final JdbcClient sql;

  Macros(JdbcClient sql) {
    this.sql = sql;
  }

  public List<Macro> active() {
    return sql.sql(SELECT + " order by m.name_nl, m.id").query(Macro.class).list();
  }

  public Optional<Macro> find(MacroId id) {
    return sql.sql(SELECT + " and m.id = :id").param("id", id).query(Macro.class).optional();
  }

  Macro one(MacroId id) {
    return find(id).orElseThrow(NotFound::new);
  }

  @Transactional
  void add(MacroForm form) {
    if (active().size() >= MOST) {
      throw Refusal.of("macro.refused.many", MOST).at("nameNl");
    }
    with(
            form,
            """
            insert into helpdesk.macro (name_nl, name_en, canned_id, close_reason, severity, queue_id, takes)
            values (:nameNl, :nameEn, :canned, :reason, :severity, :queue, :takes)
            """)
        .update();
  }

  @Transactional
  void change(MacroId id, MacroForm form) {
    one(id);
    with(
            form,
            """
            update helpdesk.macro
               set name_nl = :nameNl, name_en = :nameEn, canned_id = :canned, close_reason = :reason,
                   severity = :severity, queue_id = :queue, takes = :takes
             where id = :id
            """)
        .param("id", id)
        .update();
  }

  private StatementSpec with(MacroForm form, String statement) {
    var reason = form.reason();
    return sql.sql(statement)
        .param("nameNl", form.nameNl())
        .param("nameEn", form.nameEn())
        .param("canned", form.canned())
        .param("reason", reason == null ? null : reason.word())
        .param("severity", form.severity().isEmpty() ? null : form.severity())
        .param("queue", form.queue())
        .param("takes", form.isTaking());
  }

  @Transactional
  String retire(MacroId id) {
    var macro = one(id);
    sql.sql("update helpdesk.macro set active = false where id = :id").param("id", id).update();
    return macro.nameNl;
  }
}
