package nl.steunpunt.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Topics {

  private static final String COLUMNS =
      "select id, system_id, key, name_nl, name_en, active from network.topic";

  private record Before(String nameNl, String nameEn) {}

  private final JdbcClient sql;
  private final AuditTrail audit;

  Topics(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** Throws DuplicateKeyException when the system has a topic with this key already. */
  @Transactional
  public TopicId create(SystemId system, String key, String nameNl, String nameEn) {
    var id =
        sql.sql(
                """
                insert into network.topic (system_id, key, name_nl, name_en)
                values (:system, :key, :nl, :en) returning id
                """)
            .param("system", system)
            .param("key", key)
            .param("nl", nameNl)
            .param("en", nameEn)
            .query(TopicId.class)
            .single();
    audit.note("topic_added", id.value(), Map.of("key", key, "nl", nameNl, "en", nameEn));
    return id;
  }

  @Transactional
  public void rename(TopicId id, String nameNl, String nameEn) {
    sql.sql(
            """
            update network.topic set name_nl = :nl, name_en = :en where id = :id
            returning old.name_nl, old.name_en
            """)
        .param("nl", nameNl)
        .param("en", nameEn)
        .param("id", id)
        .query(Before.class)
        .optional()
        .ifPresent(before ->
            audit.note(
                "topic_changed",
                id.value(),
                Map.of(
                    "nl", List.of(before.nameNl, nameNl), "en", List.of(before.nameEn, nameEn))));
  }

  /** Old questions keep an inactive topic; new ones cannot choose it. */
  @Transactional
  public void setActive(TopicId id, boolean active) {
    sql.sql(
            """
            update network.topic set active = :active where id = :id and active <> :active
            returning old.name_nl, old.name_en
            """)
        .param("active", active)
        .param("id", id)
        .query(Before.class)
        .optional()
        .ifPresent(before ->
            audit.note(
                active ? "topic_in_use" : "topic_out_of_use",
                id.value(),
                Map.of("nl", before.nameNl, "en", before.nameEn)));
  }

  public List<Topic> active(SystemId system) {
    return sql.sql(COLUMNS + " where system_id = :system and active order by name_nl, id")
        .param("system", system)
        .query(Topic.class)
        .list();
  }

  /** Empty: there is none, or it or its system is out of use. */
  Optional<Topic> active(TopicId id) {
    return sql.sql(
            COLUMNS
                + """
                 where id = :id and active
                   and exists (select from network.system s where s.id = system_id and s.active)
                """)
        .param("id", id)
        .query(Topic.class)
        .optional();
  }

  public List<Topic> all(SystemId system) {
    return sql.sql(COLUMNS + " where system_id = :system order by active desc, name_nl, id")
        .param("system", system)
        .query(Topic.class)
        .list();
  }

  /** The active topic of this system with this number or key. */
  public Optional<Topic> find(SystemId system, Ref ref) {
    return active(system).stream()
        .filter(topic ->
            ref.number().isPresent()
                ? topic.id().value() == ref.number().getAsLong()
                : topic.key().equals(ref.text()))
        .findFirst();
  }

  public Optional<Topic> byKey(SystemId system, String key) {
    return sql.sql(COLUMNS + " where system_id = :system and key = :key")
        .param("system", system)
        .param("key", key)
        .query(Topic.class)
        .optional();
  }
}
