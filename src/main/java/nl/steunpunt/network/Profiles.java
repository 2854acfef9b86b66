package nl.steunpunt.network;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What power users show of themselves beside what the directory says. */
@Component
public class Profiles {
  /** More times at a desk than anybody's week needs. */
  private static final int MOST_HOURS = 40;

  /**
   * @param languages ISO 639; empty: the one that the product speaks with them
   * @param shownToStrangers name and place may be seen by who is not signed in
   */
  public record Profile(List<String> languages, boolean phoneShown, boolean shownToStrangers) {}

  private final JdbcClient sql;
  private final AuditTrail audit;

  Profiles(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** That somebody agreed to be seen without an account, or no longer does, is noted. */
  @Transactional
  public void change(PersonId person, Profile profile) {
    var before =
        sql.sql(
                """
                insert into network.profile (person_id, languages, phone_shown, shown_to_strangers)
                values (:person, :languages::text[], :phone, :strangers)
                on conflict (person_id) do update
                   set languages = excluded.languages, phone_shown = excluded.phone_shown,
                       shown_to_strangers = excluded.shown_to_strangers
                returning coalesce(old.shown_to_strangers, false)
                """)
            .param("person", person)
            .param("languages", profile.languages.toArray(String[]::new))
            .param("phone", profile.phoneShown)
            .param("strangers", profile.shownToStrangers)
            .query(Boolean.class)
            .single();
    if (before != profile.shownToStrangers) {
      audit.note(
          profile.shownToStrangers ? "shown_to_strangers" : "hidden_from_strangers",
          person.value(),
          Map.of());
    }
  }

  /**
   * What may stand on paper. It hangs there for years: that somebody agreed, or no longer does, is
   * noted.
   *
   * @param photo beside the name; without the name it is no consent
   */
  @Transactional
  public void print(PersonId person, boolean name, boolean photo) {
    var before =
        sql.sql(
                """
                insert into network.profile (person_id, name_printed, photo_printed) values (:person, :name, :photo)
                on conflict (person_id) do update
                   set name_printed = excluded.name_printed, photo_printed = excluded.photo_printed
                returning coalesce(old.name_printed, false)
                """)
            .param("person", person)
            .param("name", name)
            .param("photo", name && photo)
            .query(Boolean.class)
            .single();
    if (before != name) {
      audit.note(name ? "printed_by_name" : "no_longer_printed", person.value(), Map.of());
    }
  }

  /**
   * Whether the desk may stand on the plan of a floor. Where it was pinned stays known for then.
   */
  @Transactional
  public void standOnPlan(PersonId person, boolean agrees) {
    var before =
        sql.sql(
                """
                insert into network.profile (person_id, on_plan) values (:person, :agrees)
                on conflict (person_id) do update set on_plan = excluded.on_plan
                returning coalesce(old.on_plan, true)
                """)
            .param("person", person)
            .param("agrees", agrees)
            .query(Boolean.class)
            .single();
    if (before != agrees) {
      audit.note(agrees ? "shown_on_plan" : "hidden_from_plan", person.value(), Map.of());
    }
  }

  /**
   * What overlaps or touches on the same day becomes one.
   *
   * @return false when there are too many already
   */
  @Transactional
  public boolean addHours(
      PersonId person, Collection<DayOfWeek> days, LocalTime from, LocalTime until) {
    var known =
        sql.sql("select count(*)::int from network.desk_hours where person_id = :person")
            .param("person", person)
            .query(Integer.class)
            .single();
    if (known + days.size() > MOST_HOURS) {
      return false;
    }
    for (var day : days) {
      sql.sql(
              """
              with gone as (
                delete from network.desk_hours
                 where person_id = :person and weekday = :day and from_time <= :until and until_time >= :from
                returning from_time, until_time
              )
              insert into network.desk_hours (person_id, weekday, from_time, until_time)
              select :person, :day, least(:from, (select min(from_time) from gone)),
                     greatest(:until, (select max(until_time) from gone))
              on conflict (person_id, weekday, from_time) do update set until_time = excluded.until_time
              """)
          .param("person", person)
          .param("day", day.getValue())
          .param("from", from)
          .param("until", until)
          .update();
    }
    return true;
  }

  public void removeHours(PersonId person, DayOfWeek day, LocalTime from) {
    sql.sql(
            """
            delete from network.desk_hours
             where person_id = :person and weekday = :day and from_time = :from
            """)
        .param("person", person)
        .param("day", day.getValue())
        .param("from", from)
        .update();
  }

  public void changePhoto(PersonId person, byte[] jpeg) {
    sql.sql(
            """
            insert into network.photo (person_id, version, jpeg) values (:person, :version, :jpeg)
            on conflict (person_id) do update set version = excluded.version, jpeg = excluded.jpeg
            """)
        .param("person", person)
        .param("version", version(jpeg))
        .param("jpeg", jpeg)
        .update();
  }

  public void removePhoto(PersonId person) {
    sql.sql("delete from network.photo where person_id = :person").param("person", person).update();
  }

  /** Of who is a power user, for any colleague. */
  public Optional<byte[]> photo(PersonId person, String version) {
    return sql.sql(
            """
            select ph.jpeg from network.photo ph
             where ph.person_id = :person and ph.version = :version
               and exists (select from network.pub_power_user u where u.person_id = ph.person_id)
            """)
        .param("person", person)
        .param("version", version)
        .query(byte[].class)
        .optional();
  }

  private static String version(byte[] jpeg) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
