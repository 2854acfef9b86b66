package nl.steunpunt.helpdesk.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.helpdesk.queue.QueueForm.About;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queues and what leads to each; what changes here is noted, and goes for what comes next. */
@Component
public class Queues {
  /** More than this nobody keeps in sight. */
  static final int MOST = 40;

  public record Queue(QueueId id, String nameNl, String nameEn, boolean fallback) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  private record Led(long systemId, @Nullable Long topicId) {}

  private final JdbcClient sql;
  private final AuditTrail audit;

  Queues(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  public List<Queue> active() {
    return sql.sql(
            """
            select id, name_nl, name_en, fallback from helpdesk.queue where active
             order by fallback desc, name_nl, id
            """)
        .query(Queue.class)
        .list();
  }

  public Optional<Queue> find(QueueId id) {
    return sql.sql(
            "select id, name_nl, name_en, fallback from helpdesk.queue where id = :id and active")
        .param("id", id)
        .query(Queue.class)
        .optional();
  }

  public Queue one(QueueId id) {
    return find(id).orElseThrow(NotFound::new);
  }

  boolean isTaken(String nameNl, @Nullable QueueId by) {
    return sql.sql(
            """
            select exists (select from helpdesk.queue
                            where active and lower(name_nl) = lower(:name) and id is distinct from :by::bigint)
            """)
        .param("name", nameNl)
        .param("by", by)
        .query(Boolean.class)
        .single();
  }

  List<String> leadingTo(QueueId id) {
    return sql
        .sql(
            """
            select system_id, topic_id from helpdesk.queue_rule where queue_id = :id order by 1, 2 nulls first
            """)
        .param("id", id)
        .query(Led.class)
        .list()
        .stream()
        .map(led -> new About(led.systemId, led.topicId).toString())
        .toList();
  }

  /** Who works it and is still of the desk. */
  List<Long> people(QueueId id) {
    return sql.sql(
            """
            select p.person_id from helpdesk.queue_person p join people.pub_person d on d.id = p.person_id
             where p.queue_id = :id and d.active and d.roles @> array['helpdesk'] order by 1
            """)
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /** Who is not of the desk is left out. */
  private void work(QueueId id, List<Long> people) {
    sql.sql("delete from helpdesk.queue_person where queue_id = :id").param("id", id).update();
    sql.sql(
            """
            insert into helpdesk.queue_person (queue_id, person_id)
            select :id, id from people.pub_person
             where id = any (:people::bigint[]) and active and roles @> array['helpdesk']
            """)
        .param("id", id)
        .param("people", people.toArray(Long[]::new))
        .update();
  }

  /** The macros that move something here: without the queue they would do less than they say. */
  private Optional<String> macrosTo(QueueId id, String language) {
    return sql.sql(
            """
            select string_agg(case :language when 'nl' then name_nl else name_en end, ', ' order by name_nl)
              from helpdesk.macro where queue_id = :id and active
            """)
        .param("id", id)
        .param("language", language)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  @Transactional
  QueueId add(QueueForm form, List<About> about) {
    if (active().size() >= MOST) {
      throw Refusal.of("queue.refused.many", MOST).at("nameNl");
    }
    var id =
        sql.sql(
                """
                insert into helpdesk.queue (name_nl, name_en) values (:nl, :en) returning id
                """)
            .param("nl", form.nameNl())
            .param("en", form.nameEn())
            .query(QueueId.class)
            .single();
    lead(id, about);
    work(id, form.person());
    audit.note("queue_added", id.value(), Map.of("name", form.nameNl()));
    return id;
  }

  @Transactional
  void change(QueueId id, QueueForm form, List<About> about) {
    var before = one(id);
    sql.sql("update helpdesk.queue set name_nl = :nl, name_en = :en where id = :id")
        .param("nl", form.nameNl())
        .param("en", form.nameEn())
        .param("id", id)
        .update();
    lead(id, about);
    work(id, form.person());
    audit.note(
        "queue_changed",
        id.value(),
        Map.of(
            "name", List.of(before.nameNl, form.nameNl()),
            "leads", about.stream().map(About::toString).toList().toString()));
  }

  /** What leads to another queue leads here from now on. */
  private void lead(QueueId id, List<About> about) {
    sql.sql("delete from helpdesk.queue_rule where queue_id = :id").param("id", id).update();
    sql.sql(
            """
            insert into helpdesk.queue_rule (system_id, topic_id, queue_id)
            select system, topic, :id from unnest(:systems::bigint[], :topics::bigint[]) as r (system, topic)
            on conflict (system_id, topic_id) do update set queue_id = excluded.queue_id
            """)
        .param("id", id)
        .param("systems", about.stream().map(About::system).toArray(Long[]::new))
        .param("topics", about.stream().map(About::topic).toArray(Long[]::new))
        .update();
  }

  /** It is gone from the lists; what waits in it goes to the one for all else. */
  @Transactional
  String retire(QueueId id, String language) {
    var queue = one(id);
    if (queue.fallback) {
      throw Refusal.conflict("queue.refused.fallback");
    }
    macrosTo(id, language)
        .ifPresent(macros -> {
          throw Refusal.conflict("queue.refused.in_macro", macros);
        });
    sql.sql("delete from helpdesk.queue_rule where queue_id = :id").param("id", id).update();
    sql.sql(
            """
            update helpdesk.ticket set queue_id = (select id from helpdesk.queue where fallback)
             where queue_id = :id and open
            """)
        .param("id", id)
        .update();
    sql.sql("update helpdesk.queue set active = false where id = :id").param("id", id).update();
    audit.note("queue_retired", id.value(), Map.of("name", queue.nameNl));
    return queue.nameNl;
  }
}
