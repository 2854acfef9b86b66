package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A power user's own rounds, and for the lead the floors without; each in one statement. */
@Repository
public class RoundScreens {
  /** A round that nobody ended is over after this, and at the end of its day. */
  static final Duration GOES_ON = Duration.ofHours(10);

  /** To choose among, over the whole route. */
  private static final int MOST_PEOPLE = 300;

  /** More than anybody reads is not counted to the end. */
  public static final int MOST_FLOORS = 100;

  private static final int MOST_ISSUES = 8;
  private static final int PAST = 5;

  private static final String SCREEN = SqlFile.beside(RoundScreens.class, "screen.sql");
  private static final String FLOORS = SqlFile.beside(RoundScreens.class, "floors.sql");

  /**
   * @param people how many of mine work there
   */
  public record Zone(long id, String path, int people, @Nullable Instant walkedAt) {
    /** "B3.14", and of a floor "Gebouw B · 3": what stands on the door. */
    public String name() {
      return Places.name(path);
    }

    /** What stands before it: "Utrecht · Gebouw B · 3". */
    public String around() {
      return Places.around(path);
    }
  }

  public record Topic(long id, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  public record System(long id, String name, List<Topic> topics) {}

  public record Issue(long id, String title) {}

  public record Person(long id, String name, @Nullable Long place) {}

  /**
   * @param what with helped the topic, with heard the text, with me too the title and the name
   */
  public record Tapped(
      UUID id,
      Tap.Kind kind,
      @Nullable Long place,
      Instant at,
      @Nullable Integer minutes,
      @Nullable String topicNl,
      @Nullable String topicEn,
      @Nullable String what) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Walking(UUID id, Instant startedAt, List<Zone> zones, List<Tapped> taps) {
    public long walked() {
      return zones.stream().filter(zone -> zone.walkedAt() != null).count();
    }

    public List<Tapped> taps(long place) {
      return taps.stream()
          .filter(
              tap -> tap.place() != null && tap.place() == place && tap.kind() != Tap.Kind.WALKED)
          .toList();
    }

    /** Which tap says that this zone was walked; null: none. */
    public @Nullable UUID walkedBy(long place) {
      return taps.stream()
          .filter(
              tap -> tap.place() != null && tap.place() == place && tap.kind() == Tap.Kind.WALKED)
          .map(Tapped::id)
          .reduce((_, last) -> last)
          .orElse(null);
    }
  }

  /**
   * @param endedBy the tap that ended it; null: it was never ended
   */
  public record Past(
      UUID id,
      @Nullable UUID endedBy,
      Instant startedAt,
      int minutes,
      int zones,
      int walked,
      int talked,
      int helped,
      int heard,
      int meToo) {
    public boolean canGoOn(Instant now) {
      return startedAt.isAfter(since(now));
    }
  }

  /**
   * @param planned whether there is a route of one's own
   * @param walking the round that goes on; null: none
   * @param past the last ones, newest first
   */
  public record Screen(
      boolean planned,
      List<Integer> weekdays,
      @Nullable LocalTime at,
      List<Zone> route,
      @Nullable Walking walking,
      List<System> systems,
      List<Issue> issues,
      List<Person> people,
      List<Past> past) {

    public Heading heading(Instant now) {
      var today = now.atZone(OrganisationClock.ZONE).toLocalDate();
      var midnight = today.atStartOfDay(OrganisationClock.ZONE).toInstant();
      return new Heading(
          weekdays.contains(today.getDayOfWeek().getValue()),
          past.stream().anyMatch(one -> !one.startedAt().isBefore(midnight)),
          at,
          at == null ? null : today.atTime(at).atZone(OrganisationClock.ZONE).toInstant(),
          today.plusDays(1).atStartOfDay(OrganisationClock.ZONE).toInstant(),
          now);
    }

    /** Along which the page leads: of the round that goes on, else as planned. */
    public List<Zone> zones() {
      return walking == null ? route : walking.zones();
    }

    /** The first of them by name, where there are many. */
    public List<Person> peopleAt(long place) {
      return people.stream().filter(one -> one.place() != null && one.place() == place).toList();
    }
  }

  /**
   * What the page says of today. It is kept on the phone and read later, also tomorrow.
   *
   * @param on whether a round is planned for today
   * @param walked whether one was walked already
   * @param moment of {@code at} today
   * @param until when today is over
   */
  public record Heading(
      boolean on,
      boolean walked,
      @Nullable LocalTime at,
      @Nullable Instant moment,
      Instant until,
      Instant now) {

    public String key() {
      if (!on) {
        return "round.route";
      }
      if (walked) {
        return "round.today.walked";
      }
      if (moment == null) {
        return "round.today";
      }
      return now.isAfter(moment) ? "round.today.late" : "round.today.at";
    }

    /** Whether it turns into another when the hour strikes. */
    public boolean isBefore() {
      return key().equals("round.today.at");
    }
  }

  /**
   * @param chosen whether the route leads along it
   */
  public record Choice(long id, String path, int people, boolean chosen) {
    public String name() {
      return Places.name(path);
    }

    public String around() {
      return Places.around(path);
    }
  }

  public record Plan(List<Integer> weekdays, @Nullable LocalTime at, List<Choice> places) {}

  /** Of the day: what is planned, what goes on, what it brought. */
  public record Today(
      boolean planned,
      @Nullable LocalTime at,
      boolean late,
      int stops,
      boolean walking,
      int walked,
      int zones,
      int rounds,
      int talked,
      int helped,
      int heard,
      int meToo) {}

  /**
   * @param ever whether anybody walked there before
   */
  public record Floor(String path, int people, boolean ever) {
    public String name() {
      return path.replace("/", " · ");
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  RoundScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Screen screen(Me me) {
    var statement =
        sql.sql(SCREEN)
            .param("me", me.id())
            .param("since", since(clock.instant()))
            .param("mostPeople", MOST_PEOPLE)
            .param("mostIssues", MOST_ISSUES)
            .param("past", PAST);
    return screens.one(statement, Screen.class).orElseThrow();
  }

  /** A round that began before it does not go on. */
  private static Instant since(Instant now) {
    var midnight =
        LocalDate.ofInstant(now, OrganisationClock.ZONE)
            .atStartOfDay(OrganisationClock.ZONE)
            .toInstant();
    var longAgo = now.minus(GOES_ON);
    return longAgo.isAfter(midnight) ? longAgo : midnight.minusNanos(1000);
  }

  /** What stands on the route in its order, then the other places of my people. */
  Plan plan(Me me) {
    var statement =
        sql.sql(
                """
                with mine as materialized (
                  select p.location_id as id, count(*)::int as people
                    from network.pub_constituency c join people.pub_person p on p.id = c.person_id and p.active
                   where c.power_user_id = :me and c.rank = 0 and p.location_id is not null
                   group by 1
                )
                select to_json(it) from (
                  select coalesce((select weekdays from campaign.round_plan where person_id = :me), '{}') as weekdays,
                         (select at_time from campaign.round_plan where person_id = :me) as at,
                         coalesce((select json_agg(l order by l.sort nulls last, l.path) from (
                           select l.id, l.path, coalesce(m.people, 0) as people, s.sort, s.sort is not null as chosen
                             from people.pub_location l
                             left join mine m on m.id = l.id
                             left join campaign.round_stop s on s.location_id = l.id and s.person_id = :me
                            where m.id is not null or s.sort is not null
                               or l.id = (select p.location_id from people.pub_person p where p.id = :me)
                            order by s.sort nulls last, l.path
                            limit 100) l), '[]') as places) it
                """)
            .param("me", me.id());
    return screens.one(statement, Plan.class).orElseThrow();
  }

  Today today(Me me) {
    var now = clock.instant();
    var day = LocalDate.ofInstant(now, OrganisationClock.ZONE);
    var statement =
        sql.sql(
                """
                with today as (
                  select r.id, r.ended_at, r.started_at from campaign.round r
                   where r.person_id = :me and r.started_at >= :midnight
                ), taps as (
                  select t.kind from campaign.tap t join today r on r.id = t.round_id where not t.undone
                )
                select to_json(it) from (
                  select coalesce((select :weekday = any (p.weekdays) from campaign.round_plan p where p.person_id = :me), false) as planned,
                         (select p.at_time from campaign.round_plan p where p.person_id = :me) as at,
                         coalesce((select p.at_time < :clock from campaign.round_plan p where p.person_id = :me), false) as late,
                         (select count(*) from campaign.round_stop s where s.person_id = :me) as stops,
                         exists (select from today t where t.ended_at is null and t.started_at > :since
                                    and t.started_at = (select max(started_at) from today)) as walking,
                         (select count(*) from campaign.round_zone z join today r on r.id = z.round_id
                           where z.walked_at is not null) as walked,
                         (select count(*) from campaign.round_zone z join today r on r.id = z.round_id) as zones,
                         (select count(*) from today) as rounds,
                         (select count(*) from taps where kind = 'talked') as talked,
                         (select count(*) from taps where kind = 'helped') as helped,
                         (select count(*) from taps where kind = 'heard') as heard,
                         (select count(*) from taps where kind = 'me_too') as me_too) it
                """)
            .param("me", me.id())
            .param("weekday", day.getDayOfWeek().getValue())
            .param("clock", LocalTime.ofInstant(now, OrganisationClock.ZONE))
            .param("midnight", day.atStartOfDay(OrganisationClock.ZONE).toInstant())
            .param("since", since(now));
    return screens.one(statement, Today.class).orElseThrow();
  }

  /**
   * Floors that at least two power users serve and nobody walked for a week. Never who did.
   *
   * @param more than these
   */
  public record Unwalked(List<Floor> floors, boolean more) {}

  Unwalked unwalked() {
    var statement =
        sql.sql(FLOORS)
            .param("since", clock.instant().minus(Duration.ofDays(7)))
            .param("most", MOST_FLOORS + 1);
    var found = screens.list(statement, Floor.class);
    return new Unwalked(
        found.subList(0, Math.min(MOST_FLOORS, found.size())), found.size() > MOST_FLOORS);
  }

  /** A round as it is kept, for who sent it. */
  record Kept(UUID id, Instant startedAt, @Nullable Instant endedAt) {}

  Optional<Kept> kept(Me me, UUID id) {
    return sql.sql(
            """
            select r.client_id as id, r.started_at, r.ended_at
              from campaign.round r where r.person_id = :me and r.client_id = :id
            """)
        .param("me", me.id())
        .param("id", id)
        .query(Kept.class)
        .optional();
  }
}
