package nl.steunpunt.network;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Systems {
  /** What imports and the API call a system or topic. */
  public static final String KEY = "[a-z][a-z0-9-]{0,39}";

  public static final int LONGEST_NAME = 80;

  private static final String COLUMNS = "select id, key, name, live_on, active from network.system";

  private record Before(String name, @Nullable LocalDate liveOn, boolean active) {}

  private final JdbcClient sql;
  private final AuditTrail audit;

  Systems(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** Throws DuplicateKeyException when a system has this key already. */
  @Transactional
  public SystemId create(String key, String name, @Nullable LocalDate liveOn) {
    var id =
        sql.sql(
                """
                insert into network.system (key, name, live_on) values (:key, :name, :liveOn::date)
                returning id
                """)
            .param("key", key)
            .param("name", name)
            .param("liveOn", liveOn)
            .query(SystemId.class)
            .single();
    audit.note("system_added", id.value(), Map.of("key", key, "name", name));
    return id;
  }

  @Transactional
  public void rename(SystemId id, String name, @Nullable LocalDate liveOn) {
    sql.sql(
            """
            update network.system set name = :name, live_on = :liveOn::date where id = :id
            returning old.name, old.live_on, old.active
            """)
        .param("name", name)
        .param("liveOn", liveOn)
        .param("id", id)
        .query(Before.class)
        .optional()
        .ifPresent(before ->
            audit.note(
                "system_changed",
                id.value(),
                Map.of(
                    "name", List.of(before.name, name),
                    "live_on", List.of(text(before.liveOn), text(liveOn)))));
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  /** An inactive system takes no questions and has no constituencies after the next recompute. */
  @Transactional
  public void setActive(SystemId id, boolean active) {
    sql.sql(
            """
            update network.system set active = :active where id = :id and active <> :active
            returning old.name, old.live_on, old.active
            """)
        .param("active", active)
        .param("id", id)
        .query(Before.class)
        .optional()
        .ifPresent(before ->
            audit.note(
                active ? "system_in_use" : "system_out_of_use",
                id.value(),
                Map.of("name", before.name)));
  }

  /** Those with power users first. */
  public List<ItSystem> active() {
    return sql.sql(
            """
            select s.id, s.key, s.name, s.live_on, s.active
              from network.system s
              join network.pub_system p using (id)
             where s.active
             order by p.unhelped, s.name, s.id
            """)
        .query(ItSystem.class)
        .list();
  }

  public List<ItSystem> all() {
    return sql.sql(COLUMNS + " order by active desc, name, id").query(ItSystem.class).list();
  }

  public Optional<ItSystem> byKey(String key) {
    return sql.sql(COLUMNS + " where key = :key")
        .param("key", key)
        .query(ItSystem.class)
        .optional();
  }

  /** The active system with this number or key. */
  public Optional<ItSystem> find(Ref ref) {
    var found =
        ref.number().isPresent() ? byId(new SystemId(ref.number().getAsLong())) : byKey(ref.text());
    return found.filter(ItSystem::active);
  }

  public Optional<ItSystem> byId(SystemId id) {
    return sql.sql(COLUMNS + " where id = :id").param("id", id).query(ItSystem.class).optional();
  }

  /** "Nova ERP" becomes "nova-erp"; what is left may be no key when a name has hardly a letter. */
  public static String keyOf(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return plain.length() > 40 ? plain.substring(0, 40) : plain;
  }
}
