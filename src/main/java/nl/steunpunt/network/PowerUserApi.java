package nl.steunpunt.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.whohelps.Availability;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.network.whohelps.DeskHours;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who helps whom. */
@RestController
class PowerUserApi {
  private static final String POWER_USERS =
      SqlFile.beside(PowerUserApi.class, "api-power-users.sql");
  private static final String CONSTITUENCY =
      SqlFile.beside(PowerUserApi.class, "api-constituency.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final People people;
  private final Systems systems;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  PowerUserApi(
      JdbcClient sql,
      ScreenSql screens,
      People people,
      Systems systems,
      OrganisationCalendar calendar,
      Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.people = people;
    this.systems = systems;
    this.calendar = calendar;
    this.clock = clock;
  }

  enum Agreed {
    PROVISIONAL,
    ACTIVE
  }

  /**
   * A power user of one system.
   *
   * @param id of the person
   * @param mandate provisional until the line manager agrees, then active
   * @param knows keys of topics
   * @param rank with {@code person}: 0 for the primary power user, from 1 for deputies
   * @param location the path of {@code place}
   * @param nextAvailable from when they are to be found: now, by their hours at the desk, or after
   *     an absence; null: not known
   * @param languages ISO 639
   */
  record PowerUser(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location,
      String system,
      Agreed mandate,
      List<String> knows,
      boolean there,
      @Nullable Instant awayUntil,
      @Nullable Integer rank,
      @Nullable Place place,
      Availability.State presence,
      @Nullable Instant nextAvailable,
      List<String> languages,
      List<AtDesk> deskHours) {}

  /** Where somebody works, as deep as the directory tells. */
  record Place(
      long id,
      String site,
      @Nullable String building,
      @Nullable String floor,
      @Nullable String zone) {}

  /**
   * A time of each week, by the organisation's wall clock.
   *
   * @param day of the week, 1 for Monday
   * @param from hours and minutes; until likewise, itself not included
   */
  record AtDesk(int day, String from, String until) {
    static AtDesk of(DeskHours hours) {
      return new AtDesk(hours.weekday(), hours.from().toString(), hours.until().toString());
    }
  }

  record Row(
      long mandateId,
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location,
      @Nullable Long locationId,
      String system,
      Agreed mandate,
      List<String> knows,
      boolean there,
      boolean busy,
      @Nullable Stated stated,
      @Nullable Instant awayUntil,
      @Nullable Integer rank,
      List<String> languages,
      List<DeskHours> deskHours,
      List<Span> absences) {

    PowerUser at(Instant now, WorkingCalendar calendar) {
      var when = Availability.of(there, busy, stated, absences, deskHours, calendar, now);
      return new PowerUser(
          id,
          name,
          function,
          department,
          location,
          system,
          mandate,
          knows,
          there,
          awayUntil,
          rank,
          place(),
          when.state(),
          when.next(),
          languages,
          deskHours.stream().map(AtDesk::of).toList());
    }

    private @Nullable Place place() {
      if (location == null || locationId == null) {
        return null;
      }
      var at = location.split("/", 4);
      return new Place(
          locationId,
          at[0],
          at.length > 1 ? at[1] : null,
          at.length > 2 ? at[2] : null,
          at.length > 3 ? at[3] : null);
    }
  }

  /** One of the people whom a power user serves first. */
  record Served(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location,
      List<String> systems) {}

  /**
   * All conditions hold at once.
   *
   * @param person number or address: who helps this person, in order
   * @param department number or path: who serves people there or below first
   * @param location number or path: likewise
   * @param system key or number
   * @param after {@code next} of the page before; of a mandate that has ended since too
   * @param limit left out: as many as one gets at once
   */
  @GetMapping("/api/v1/power-users")
  Slice<PowerUser> list(
      @RequestParam(required = false) @Nullable Ref person,
      @RequestParam(required = false) @Nullable Ref department,
      @RequestParam(required = false) @Nullable Ref location,
      @RequestParam(required = false) @Nullable Ref system,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var now = clock.instant();
    var rows = limit == null ? Slice.MOST : Slice.limit(limit);
    var statement =
        sql.sql(POWER_USERS)
            .param("person", person == null ? null : knownPerson(person))
            .param("department", department == null ? null : path("department", department))
            .param("location", location == null ? null : path("location", location))
            .param("system", system == null ? null : knownSystem(system))
            .param("now", now)
            .param("seen", now.minus(Presence.LASTS))
            .param("horizon", now.plus(Duration.ofDays(Availability.DAYS_AHEAD)))
            .param("weekday", now.atZone(OrganisationClock.ZONE).getDayOfWeek().getValue())
            .param("time", now.atZone(OrganisationClock.ZONE).toLocalTime())
            .param("after", Slice.after(after))
            .param("rows", rows + 1);
    var working = calendar.current();
    var found = Slice.of(screens.list(statement, Row.class), rows, Row::mandateId);
    return new Slice<>(
        found.items().stream().map(row -> row.at(now, working)).toList(), found.next());
  }

  /**
   * Whom a power user serves first. For that power user, the network lead, the helpdesk and the
   * administrator; to others there is no such thing.
   */
  @GetMapping("/api/v1/constituencies/{personId}")
  Slice<Served> constituency(
      Me me,
      @PathVariable PersonId personId,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!me.id().equals(personId)
        && !me.is(Role.NETWORK_LEAD)
        && !me.is(Role.HELPDESK)
        && !me.is(Role.ADMINISTRATOR)) {
      throw new NotFound();
    }
    requirePowerUser(personId);
    var rows = Slice.limit(limit);
    var statement =
        sql.sql(CONSTITUENCY)
            .param("powerUser", personId)
            .param("after", Slice.after(after))
            .param("rows", rows + 1);
    return Slice.of(screens.list(statement, Served.class), rows, Served::id);
  }

  private void requirePowerUser(PersonId person) {
    var isOne =
        sql.sql(
                """
                select exists (select from network.mandate where person_id = :person and state in ('provisional', 'active'))
                """)
            .param("person", person)
            .query(Boolean.class)
            .single();
    if (!isOne) {
      throw new NotFound();
    }
  }

  private PersonId knownPerson(Ref ref) {
    return people.find(ref).orElseThrow(() -> unknown("person", ref));
  }

  private SystemId knownSystem(Ref ref) {
    return systems.find(ref).map(ItSystem::id).orElseThrow(() -> unknown("system", ref));
  }

  private String path(String tree, Ref ref) {
    return sql.sql("select path from people.pub_%s where id = :id or path = :path".formatted(tree))
        .param("id", ref.number().isPresent() ? ref.number().getAsLong() : null)
        .param("path", ref.text())
        .query(String.class)
        .optional()
        .orElseThrow(() -> unknown(tree, ref));
  }

  private static Invalid unknown(String parameter, Ref ref) {
    return Invalid.parameter(parameter, "api.member.nobody", ref.text());
  }
}
