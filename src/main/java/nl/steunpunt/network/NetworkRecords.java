package nl.steunpunt.network;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mandates stay, without a name: how the network was covered is the organisation's history. */
@Component
@Order(10)
class NetworkRecords implements PersonalRecords {
  private static final String ZONE = "at time zone 'Europe/Amsterdam'";

  private final JdbcClient sql;

  NetworkRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "mandates",
            """
            select s.name as system, m.state, m.share_percent, (m.started_at %1$s)::date as "from",
                   (m.ended_at %1$s)::date as until
              from network.mandate m join network.system s on s.id = m.system_id
             where m.person_id = :person order by m.id
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "mandate_steps",
            """
            select s.name as system, st.kind as step, st.share_percent, w.text, (st.at %1$s)::date as "on"
              from network.mandate_step st join network.mandate m on m.id = st.mandate_id
              join network.system s on s.id = m.system_id
              left join network.mandate_words w on w.step_id = st.id
             where m.person_id = :person or st.by_id = :person order by st.id
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "appraisals",
            """
            select s.name as system, a.proactive, a.explains, a.positive, a.shares, null as version,
                   (a.written_at %1$s)::date as "on"
              from network.appraisal a join network.mandate m on m.id = a.mandate_id
              join network.system s on s.id = m.system_id
             where m.person_id = :person
            union all
            select s.name, r.proactive, r.explains, r.positive, r.shares, r.version, (r.released_at %1$s)::date
              from network.appraisal_release r join network.mandate m on m.id = r.mandate_id
              join network.system s on s.id = m.system_id
             where m.person_id = :person
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "candidacies",
            """
            select s.name as system, v.why, null as named, (v.volunteered_at %1$s)::date as "on"
              from network.volunteer v join network.system s on s.id = v.system_id
             where v.person_id = :person
            union all
            select s.name, null, p.name, (n.nominated_at %1$s)::date
              from network.nomination n join network.system s on s.id = n.system_id
              join people.pub_person p on p.id = n.nominee_id
             where n.nominator_id = :person
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "deputies",
            """
            select p.name as deputy, d.from_on as "from", d.until_on as until
              from network.deputy_manager d join people.pub_person p on p.id = d.deputy_id
             where d.manager_id = :person
            """,
            person),
        Section.read(
            sql,
            "power_users",
            """
            select s.name as system, c.rank, p.name as power_user
              from network.constituency c join network.system s on s.id = c.system_id
              join people.pub_person p on p.id = c.power_user_id
             where c.person_id = :person order by s.name, c.rank
            """,
            person),
        Section.read(
            sql,
            "absences",
            """
            select from_at as "from", until_at as until from network.absence where person_id = :person order by 1
            """,
            person),
        Section.read(
            sql,
            "hours",
            """
            select s.name as system, w.day, w.kind, w.minutes, (w.seconds + 59) / 60 as computed, w.note
              from network.work w join network.mandate m on m.id = w.mandate_id
              join network.system s on s.id = m.system_id
             where w.person_id = :person order by w.day, w.id
            """,
            person),
        Section.read(
            sql,
            "week_totals",
            """
            select s.name as system, w.week as "from", w.minutes, w.agreed_minutes as agreed
              from network.work_week w join network.mandate m on m.id = w.mandate_id
              join network.system s on s.id = m.system_id
             where m.person_id = :person order by w.week, m.id
            """,
            person),
        Section.read(
            sql,
            "hours_answers",
            """
            select p.name as person, q.answer, (q.answered_at %1$s)::date as "on"
              from network.over_question q join network.mandate m on m.id = q.mandate_id
              join people.pub_person p on p.id = m.person_id
             where q.answered_by = :person or m.person_id = :person
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "quiet_hours",
            """
            select weekday, from_time as "from", until_time as until from network.quiet_hours
             where person_id = :person order by weekday, from_time
            """,
            person),
        Section.read(
            sql,
            "profile",
            """
            select array_to_string(languages, ', ') as languages, phone_shown, shown_to_strangers,
                   name_printed, photo_printed, on_plan
              from network.profile where person_id = :person
            """,
            person),
        Section.read(
            sql,
            "photo",
            """
            select replace(encode(jpeg, 'base64'), chr(10), '') as jpeg from network.photo where person_id = :person
            """,
            person),
        Section.read(
            sql,
            "desk_pin",
            """
            select l.path as place, d.x, d.y from network.desk_pin d
              left join people.pub_location l on l.id = d.location_id
             where d.person_id = :person order by d.put_in
            """,
            person),
        Section.read(
            sql,
            "named_paper",
            """
            select h.format, l.path as place, h.spot, h.hung_on as "from", h.gone_on as until
              from network.hanging h left join people.pub_location l on l.id = h.location_id
             where h.person_id = :person order by h.id
            """,
            person),
        Section.read(
            sql,
            "desk_hours",
            """
            select weekday, from_time as "from", until_time as until from network.desk_hours
             where person_id = :person order by weekday, from_time
            """,
            person),
        // Not its address: whoever finds the file could read the calendar by it.
        Section.read(
            sql,
            "agenda",
            """
            select (a.since %1$s)::date as "on", b.from_at as "from", b.until_at as until
              from network.agenda a left join network.busy_time b on b.person_id = a.person_id
             where a.person_id = :person order by b.from_at
            """
                .formatted(ZONE),
            person),
        Section.read(
            sql,
            "presence",
            """
            select p.seen_at as seen, s.kind as state, s.until_at as until
              from (select 1) one
              left join network.presence p on p.person_id = :person
              left join network.stated_presence s on s.person_id = :person
             where p.person_id is not null or s.person_id is not null
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    // The steps stay, by number; what was written with them goes.
    sql.sql(
            """
            delete from network.mandate_words
             where step_id in (select st.id from network.mandate_step st
                                 join network.mandate m on m.id = st.mandate_id
                                where m.person_id = :person or st.by_id = :person)
            """)
        .param("person", leaver.id())
        .update();
    sql.sql(
            """
            update network.mandate set share_reason = null, relief = null, relief_by = null, agreed_share_reason = null,
                   agreed_relief = null, agreed_relief_by = null, talk_asked_at = null
             where person_id = :person
            """)
        .param("person", leaver.id())
        .update();
    for (var table : List.of("appraisal", "appraisal_release", "paper_bundle_piece")) {
      sql.sql(
              "delete from network."
                  + table
                  + " where mandate_id in (select id from network.mandate where person_id = :person)")
          .param("person", leaver.id())
          .update();
    }
    sql.sql("delete from network.nomination where :person in (nominator_id, nominee_id)")
        .param("person", leaver.id())
        .update();
    sql.sql("delete from network.deputy_manager where :person in (manager_id, deputy_id)")
        .param("person", leaver.id())
        .update();
    sql.sql(
            """
            delete from network.work_week
             where mandate_id in (select id from network.mandate where person_id = :person)
            """)
        .param("person", leaver.id())
        .update();
    sql.sql(
            """
            delete from network.over_question
             where answered_by = :person
                or mandate_id in (select id from network.mandate where person_id = :person)
            """)
        .param("person", leaver.id())
        .update();
    // That a name stands on it is kept: the paper still hangs, and must go.
    sql.sql("update network.hanging set person_id = null where person_id = :person")
        .param("person", leaver.id())
        .update();
    for (var table :
        List.of(
            "work",
            "quiet_hours",
            "desk_hours",
            "desk_pin",
            "floor_change",
            "profile",
            "photo",
            "absence",
            "presence",
            "stated_presence",
            "agenda",
            "agenda_reading",
            "busy_time",
            "full_until",
            "volunteer",
            "volunteer_told",
            "constituency_exception",
            "constituency")) {
      sql.sql("delete from network." + table + " where person_id = :person")
          .param("person", leaver.id())
          .update();
    }
  }
}
