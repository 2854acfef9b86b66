package nl.steunpunt.people.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail, the latest first, with the names that persons have today. */
@Repository
public class AuditScreens {
  static final int PER_PAGE = 50;

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient sql;

  AuditScreens(JdbcClient sql) {
    this.sql = sql;
  }

  private record Row(
      long id,
      Instant at,
      @Nullable String actor,
      String what,
      @Nullable String subject,
      String detail) {}

  /**
   * @param actor null: the product itself
   * @param subject the person it was done to, or null where it was no person
   * @param setting which, where one was changed
   */
  public record Entry(
      long id,
      Instant at,
      @Nullable String actor,
      String what,
      @Nullable String subject,
      @Nullable String setting,
      List<Fact> facts) {}

  /**
   * @param before null where nothing became something else
   */
  public record Fact(String name, @Nullable String before, String value) {}

  /** One more than fits on a page, when there is more. */
  List<Entry> page(AuditKind kind, @Nullable Long before) {
    return sql
        .sql(
            """
            select a.id, a.at, actor.name as actor, a.what, subject.name as subject, a.detail::text as detail
              from platform.pub_audit a
              left join people.person actor on actor.id = a.actor_id
              left join people.person subject on subject.id = a.subject_id and a.what in (:persons)
             where (:all or a.what in (:kinds)) and (:before::bigint is null or a.id < :before::bigint)
             order by a.id desc limit :limit
            """)
        .param("persons", AuditKind.ABOUT_PERSONS)
        .param("all", kind == AuditKind.ALL)
        .param("kinds", kind.words())
        .param("before", before)
        .param("limit", PER_PAGE + 1)
        .query(Row.class)
        .list()
        .stream()
        .map(AuditScreens::entry)
        .toList();
  }

  private static Entry entry(Row row) {
    var facts = new ArrayList<Fact>();
    var detail = JSON.readTree(row.detail);
    detail
        .properties()
        .forEach(member -> {
          if (!member.getKey().equals("setting")) {
            facts.add(fact(member.getKey(), member.getValue()));
          }
        });
    return new Entry(
        row.id,
        row.at,
        row.actor,
        row.what,
        row.subject,
        detail.has("setting") ? detail.path("setting").asString() : null,
        facts);
  }

  private static Fact fact(String name, JsonNode value) {
    return value.isArray() && value.size() == 2
        ? new Fact(name, text(value.path(0)), text(value.path(1)))
        : new Fact(name, null, text(value));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
