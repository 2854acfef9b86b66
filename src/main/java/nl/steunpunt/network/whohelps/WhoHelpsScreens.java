package nl.steunpunt.network.whohelps;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.whohelps.WhoHelps.Kind;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Each answer, and each search, in one statement. */
@Repository
public class WhoHelpsScreens {
  /** Of one system in a department or at a location; for more one looks further down. */
  private static final int MOST_AT_A_PLACE = 4;

  private static final int MOST_FOUND = 6;

  private static final String ANSWER = SqlFile.beside(WhoHelpsScreens.class, "answer.sql");
  private static final String OF_PERSON =
      SqlFile.beside(WhoHelpsScreens.class, "of-person.sql") + ANSWER;
  private static final String OF_PLACE =
      SqlFile.beside(WhoHelpsScreens.class, "of-place.sql") + ANSWER;
  private static final String OF_DEPARTMENT =
      SqlFile.beside(WhoHelpsScreens.class, "of-department.sql") + OF_PLACE;
  private static final String OF_LOCATION =
      SqlFile.beside(WhoHelpsScreens.class, "of-location.sql") + OF_PLACE;
  private static final String FOUND = SqlFile.beside(WhoHelpsScreens.class, "found.sql");

  public enum FoundKind {
    PERSON,
    DEPARTMENT,
    LOCATION,
    SYSTEM,
    TOPIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param about function and department of a person, the path of a place, the system of a topic
   * @param near only looks like what was typed
   * @param photo of a power user; null: there is none
   */
  public record Hit(
      FoundKind kind,
      long id,
      String name,
      String nameEn,
      String about,
      boolean near,
      @Nullable String photo) {
    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }

    public String name(String language) {
      if (kind == FoundKind.LOCATION) {
        return WhoHelps.named(List.of(about.split("/", -1)));
      }
      return language.equals("nl") ? name : nameEn;
    }

    public String address() {
      return "/who-helps?" + kind.word() + "=" + id;
    }
  }

  public record Found(List<Hit> found) {
    public List<Hit> exact() {
      return found.stream().filter(hit -> !hit.near).toList();
    }

    public List<Hit> near() {
      return found.stream().filter(Hit::near).toList();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  WhoHelpsScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * With one system or topic, or (both null) with each.
   *
   * @return empty: no such person works here, or there is no such system or topic
   */
  public Optional<WhoHelps> person(
      PersonId person, @Nullable SystemId system, @Nullable TopicId topic) {
    var statement =
        at(sql.sql(OF_PERSON))
            .param("person", person)
            .param("system", system)
            .param("topic", topic)
            .param("place", null);
    return screens
        .one(statement, WhoHelps.class)
        .filter(it -> it.kind() == Kind.PERSON || !it.systems().isEmpty());
  }

  public Optional<WhoHelps> department(long department) {
    return place(OF_DEPARTMENT, department);
  }

  /** A site, building, floor or zone. */
  public Optional<WhoHelps> location(long location) {
    return place(OF_LOCATION, location);
  }

  private Optional<WhoHelps> place(String query, long place) {
    var statement =
        at(sql.sql(query))
            .param("place", place)
            .param("topic", null)
            .param("most", MOST_AT_A_PLACE);
    return screens.one(statement, WhoHelps.class);
  }

  private StatementSpec at(StatementSpec statement) {
    var now = clock.instant();
    var wall = now.atZone(OrganisationClock.ZONE);
    return statement
        .param("now", now)
        .param("seen", now.minus(Presence.LASTS))
        .param("horizon", now.plus(Duration.ofDays(Availability.DAYS_AHEAD)))
        .param("weekday", wall.getDayOfWeek().getValue())
        .param("time", wall.toLocalTime());
  }

  public Found find(String typed) {
    var statement = sql.sql(FOUND).param("typed", typed).param("most", MOST_FOUND);
    return screens.one(statement, Found.class).orElseThrow();
  }
}
