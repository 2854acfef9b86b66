package nl.steunpunt.support.signal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signals on the screens of those who hear them and of those who sent them. */
@Repository
public class SignalScreens {
  /**
   * @param sender null: nameless
   * @param department where it was felt; of a nameless one only as far as at least five work there
   */
  public record Heard(
      long id,
      String text,
      Signal.State state,
      @Nullable String sender,
      boolean onTheFloor,
      @Nullable String department,
      @Nullable String topicNl,
      @Nullable String topicEn,
      @Nullable String reply,
      @Nullable Long questionId,
      @Nullable Long issueId,
      Instant sentAt) {}

  public record Choice(long id, String nameNl, String nameEn, long systemId, String system) {}

  /**
   * @param system what is noted without a topic is about this one: theirs, else the first; null:
   *     there is none
   */
  public record Hearing(
      List<Heard> open, List<Heard> ended, @Nullable Long system, List<Choice> topics) {
    /** The topics of each system, theirs first. */
    public Collection<List<Choice>> systems() {
      return topics.stream()
          .collect(groupingBy(Choice::systemId, LinkedHashMap::new, toList()))
          .values();
    }
  }

  public record Mine(
      long id,
      String text,
      Signal.State state,
      @Nullable String reply,
      @Nullable Long questionId,
      @Nullable Long issueId,
      Instant changedAt) {}

  /** How long what became of a signal stands before who sent it. */
  public static final Duration RECENTLY = Duration.ofDays(14);

  private static final int ROWS = 50;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  SignalScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Hearing hearing(Me me) {
    var statement =
        sql.sql(
                """
                with mine as (
                  select s.id, s.text, s.state, s.reply, s.question_id, s.issue_id, s.sent_at, s.heard_by_id is not null as on_the_floor,
                         case when s.named then p.name end as sender, t.name_nl as topic_nl, t.name_en as topic_en,
                         case when s.named or s.sender_id is null
                                or exists (select from people.pub_person c
                                            where c.department_id = d.id and c.active offset 4) then d.name
                              when exists (select from people.pub_person c
                                            where starts_with(c.department_path, split_part(d.path, '/', 1) || '/')
                                              and c.active offset 4) then split_part(d.path, '/', 1)
                         end as department
                    from support.signal s
                    join people.pub_department d on d.id = s.department_id
                    left join people.pub_person p on p.id = s.sender_id
                    left join network.pub_topic t on t.id = s.topic_id
                   where s.power_user_id = :me or (:lead and s.power_user_id is null)
                   order by (s.state in ('sent', 'heard')) desc, s.id desc
                   limit :rows
                ),
                helped as (
                  select s.id, s.name, row_number() over (order by pu.person_id is null, s.unhelped, s.name, s.id) as n
                    from network.pub_system s
                    left join network.pub_power_user pu on pu.system_id = s.id and pu.person_id = :me
                   where s.active
                )
                select to_json(screen) from (
                  select coalesce((select json_agg(m order by m.id) from mine m where m.state in ('sent', 'heard')), '[]') as open,
                         coalesce((select json_agg(m order by m.id desc) from mine m where m.state not in ('sent', 'heard')), '[]') as ended,
                         (select id from helped where n = 1) as system,
                         coalesce((select json_agg(c) from (
                           select t.id, t.name_nl, t.name_en, t.system_id, s.name as system
                             from network.pub_topic t join helped s on s.id = t.system_id
                            where t.active
                            order by s.n, t.name_nl) c), '[]') as topics) screen
                """)
            .param("me", me.id())
            .param("lead", me.is(Role.NETWORK_LEAD))
            .param("rows", ROWS);
    return screens.one(statement, Hearing.class).orElseThrow();
  }

  /** What I said lately, and what became of it. */
  List<Mine> mine(Me me) {
    var statement =
        sql.sql(
                """
                select to_json(m) from (
                  select s.id, s.text, s.state, s.reply, s.question_id, s.issue_id, s.changed_at
                    from support.signal s
                   where s.sender_id = :me and s.changed_at > :recently
                   order by s.id desc limit 10) m
                """)
            .param("me", me.id())
            .param("recently", clock.instant().minus(RECENTLY));
    return screens.list(statement, Mine.class);
  }
}
