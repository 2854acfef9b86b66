package nl.steunpunt.network;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.api.Ref;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Topics {

  private static final String COLUMNS =
      "select id, system_id, key, name_nl, name_en, active from network.topic";

  private final JdbcClient sql;

  Topics(JdbcClient sql) {
    this.sql = sql;
  }

  /** Throws DuplicateKeyException when the system has a topic with this key already. */
  public TopicId create(SystemId system, String key, String nameNl, String nameEn) {
    return sql.sql(
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
  }

  public void rename(TopicId id, String nameNl, String nameEn) {
    sql.sql("update network.topic set name_nl = :nl, name_en = :en where id = :id")
        .param("nl", nameNl)
        .param("en", nameEn)
        .param("id", id)
        .update();
  }

  /** Old questions keep an inactive topic; new ones cannot choose it. */
  public void setActive(TopicId id, boolean active) {
    sql.sql("update network.topic set active = :active where id = :id")
        .param("active", active)
        .param("id", id)
        .update();
  }

  public List<Topic> active(SystemId system) {
    return sql.sql(COLUMNS + " where system_id = :system and active order by name_nl, id")
        .param("system", system)
        .query(Topic.class)
        .list();
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
