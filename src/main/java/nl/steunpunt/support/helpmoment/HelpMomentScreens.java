package nl.steunpunt.support.helpmoment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A power user's own help moments, and what they choose from; nobody else's door. */
@Repository
public class HelpMomentScreens {
  public record HelpMoment(
      long id,
      long systemId,
      @Nullable Long topicId,
      @Nullable String topicNl,
      @Nullable String topicEn,
      long departmentId,
      @Nullable Long locationId,
      int minutes,
      String note,
      Instant helpedAt) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }

    public String place() {
      return new HelpPlace(departmentId, locationId).word();
    }
  }

  /** Where my people work. */
  public record PlaceChoice(
      long departmentId, @Nullable Long locationId, String department, @Nullable String location) {
    public HelpPlace place() {
      return new HelpPlace(departmentId, locationId);
    }

    public String name() {
      var at = location == null ? "" : " · " + location.replace("/", " · ");
      return department + at;
    }
  }

  private static final int SHOWN = 20;
  private static final int MOST_PLACES = 60;

  private final JdbcClient sql;
  private final ScreenSql screens;

  HelpMomentScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  private static final String MINE =
      """
      select to_json(h) from (
        select h.id, h.system_id, h.topic_id, t.name_nl as topic_nl, t.name_en as topic_en, h.department_id,
               h.location_id, h.minutes, h.note, h.helped_at
          from support.help_moment h left join network.pub_topic t on t.id = h.topic_id
         where h.power_user_id = :me and (:id::bigint is null or h.id = :id)
         order by h.id desc limit :shown) h
      """;

  List<HelpMoment> mine(Me me) {
    return screens.list(statement(me, null), HelpMoment.class);
  }

  HelpMoment mine(Me me, HelpMomentId id) {
    return screens.one(statement(me, id), HelpMoment.class).orElseThrow(NotFound::new);
  }

  private JdbcClient.StatementSpec statement(Me me, @Nullable HelpMomentId id) {
    return sql.sql(MINE).param("me", me.id()).param("id", id).param("shown", SHOWN);
  }

  /** My own place first, then those of the people I serve. */
  List<PlaceChoice> places(Me me) {
    return sql.sql(
            """
            select p.department_id, p.location_id, p.department, p.location_path as location
              from people.pub_person p
             where p.id = :me
                or p.active and p.id in (select c.person_id from network.pub_constituency c
                                          where c.power_user_id = :me and c.rank = 0)
             group by p.department_id, p.location_id, p.department, p.location_path
             order by bool_or(p.id = :me) desc, p.department, p.location_path nulls first
             limit :most
            """)
        .param("me", me.id())
        .param("most", MOST_PLACES)
        .query(PlaceChoice.class)
        .list();
  }

  boolean isMine(Me me, HelpPlace place) {
    return places(me).stream().anyMatch(choice -> choice.place().equals(place));
  }

  /** Whether there is such a system, and the topic is one of it. */
  boolean isAbout(SystemId system, @Nullable TopicId topic) {
    return Objects.requireNonNull(
        sql.sql(
                """
                select exists (select from network.pub_system s
                                where s.id = :system and s.active
                                  and (:topic::bigint is null
                                    or exists (select from network.pub_topic t
                                                where t.id = :topic and t.system_id = s.id)))
                """)
            .param("system", system)
            .param("topic", topic)
            .query(Boolean.class)
            .single());
  }
}
