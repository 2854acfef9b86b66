package nl.steunpunt.support.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Stated;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.support.question.Status;
import nl.steunpunt.support.signal.SignalScreens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the start page shows, in one statement. */
@Repository
public class StartScreens {
  public record Topic(long id, String key, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  /**
   * @param away until when the power user is absent; null: at work
   * @param deputy who helps meanwhile
   */
  public record Helper(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String place,
      boolean sameFloor,
      boolean provisional,
      boolean there,
      @Nullable Stated stated,
      @Nullable Instant away,
      @Nullable String deputy,
      @Nullable String photo) {
    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }
  }

  public record SystemChoice(
      long id, String key, String name, @Nullable Helper helper, List<Topic> topics) {}

  public record Mine(
      long id,
      String text,
      Status status,
      Instant changedAt,
      @Nullable String holder,
      int unread,
      boolean stuck) {}

  /** A mandate that waits for the viewer's word: as candidate themselves, else as who decides. */
  public record Waiting(boolean own, String name, String system) {}

  public record Start(
      List<SystemChoice> systems,
      List<Mine> questions,
      List<Waiting> waiting,
      List<SignalScreens.Mine> signals) {}

  /** How long a closed question stays on the start page. */
  private static final Duration RECENTLY = Duration.ofDays(7);

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  StartScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  public Start start(Me me) {
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                select to_json(screen) from (
                  select
                    coalesce((select json_agg(s order by s.helper is null, s.unhelped, s.name) from (
                      select s.id, s.key, s.name, s.unhelped,
                        (select to_json(h) from (
                          select p.id, p.name, p.function, p.department, p.location_path as place,
                                 coalesce(p.location_id = mine.location_id, false) as same_floor,
                                 pu.state = 'provisional' as provisional,
                                 coalesce(pr.seen_at > :seen, false) as there,
                                 (select json_build_object('kind', said.kind, 'until', said.until_at, 'by_calendar', said.by_calendar)
                                    from network.pub_said_of(p.id, :now) said) as stated,
                                 (select max(a.until_at) from network.pub_absence a
                                   where a.person_id = p.id and a.from_at <= :now and a.until_at > :now) as away,
                                 (select d.name from network.pub_constituency dc
                                    join people.pub_person d on d.id = dc.power_user_id
                                   where dc.person_id = mine.id and dc.system_id = s.id and dc.rank = 1) as deputy,
                                 (select ph.version from network.pub_photo ph where ph.person_id = p.id) as photo
                            from network.pub_constituency c
                            join network.pub_power_user pu on pu.mandate_id = c.mandate_id
                            join people.pub_person p on p.id = c.power_user_id
                            left join network.pub_presence pr on pr.person_id = p.id
                           where c.person_id = mine.id and c.system_id = s.id and c.rank = 0) h) as helper,
                        coalesce((select json_agg(t order by t.name_nl) from (
                          select t.id, t.key, t.name_nl, t.name_en from network.pub_topic t
                           where t.system_id = s.id and t.active) t), '[]') as topics
                        from network.pub_system s
                       where s.active) s), '[]') as systems,
                    coalesce((select json_agg(q order by q.changed_at desc) from (
                      select q.id, left(q.text, 200) as text, q.status, q.changed_at, q.stuck, h.name as holder,
                             (select count(*) from support.message m
                               where m.question_id = q.id and m.id > seat.read_up_to and m.author_id <> mine.id) as unread
                        from support.question q
                        join support.participant seat on seat.question_id = q.id and seat.person_id = mine.id
                        left join people.pub_person h on h.id = q.power_user_id
                       where q.asker_id = mine.id
                         and (q.status <> 'closed' or q.changed_at > :recently)
                       order by q.id desc
                       limit 20) q), '[]') as questions,
                    coalesce((select json_agg(w) from (
                      select w.candidate_id = mine.id as own, p.name, s.name as system
                        from network.pub_waits_for w
                        join people.pub_person p on p.id = w.candidate_id
                        join network.pub_system s on s.id = w.system_id
                       where w.person_id = mine.id
                         and (w.from_on is null or :today between w.from_on and w.until_on)
                       order by own desc, p.name, w.mandate_id
                       limit 3) w), '[]') as waiting,
                    coalesce((select json_agg(g) from (
                      select s.id, s.text, s.state, s.reply, s.question_id, s.issue_id, s.changed_at
                        from support.signal s
                       where s.sender_id = mine.id and s.changed_at > :saidRecently
                       order by s.id desc limit 10) g), '[]') as signals
                    from people.pub_person mine
                   where mine.id = :me) screen
                """)
            .param("me", me.id())
            .param("now", now)
            .param("today", LocalDate.ofInstant(now, OrganisationClock.ZONE))
            .param("seen", now.minus(Presence.LASTS))
            .param("recently", now.minus(RECENTLY))
            .param("saidRecently", now.minus(SignalScreens.RECENTLY));
    return screens.one(statement, Start.class).orElseThrow();
  }
}
