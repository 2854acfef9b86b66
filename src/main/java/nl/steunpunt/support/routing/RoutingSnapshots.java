package nl.steunpunt.support.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.Presence;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Looks at who could be asked, at this moment. The asker's constituency costs some index lookups
 * and suffices for most questions; the nearest others are looked up only when it has nobody with
 * room.
 */
@Component
class RoutingSnapshots {

  /** More than are tried before the helpdesk: the list must not end while there are colleagues. */
  private static final int NEAREST = 12;

  private static final String CONSTITUENCY =
      SqlFile.beside(RoutingSnapshots.class, "constituency.sql");
  private static final String EVERYONE = SqlFile.beside(RoutingSnapshots.class, "everyone.sql");
  private static final String NEAR = SqlFile.beside(RoutingSnapshots.class, "near.sql");
  private static final String OTHERS = SqlFile.beside(RoutingSnapshots.class, "others.sql");

  private record Asker(Place place, String language) {}

  private final JdbcClient sql;

  RoutingSnapshots(JdbcClient sql) {
    this.sql = sql;
  }

  RoutingSnapshot ofConstituency(Need need, Instant at) {
    return read(statement(CONSTITUENCY, need, at).param("filer", need.filedBy()), need, false, at);
  }

  /** All power users of the system, for a person who chooses. */
  RoutingSnapshot ofEveryone(Need need, Instant at) {
    return read(statement(EVERYONE, need, at), need, true, at);
  }

  private static RoutingSnapshot read(
      StatementSpec statement, Need need, boolean othersKnown, Instant at) {
    var candidates = new ArrayList<Candidate>();
    var asker =
        statement
            .query((row, number) -> {
              if (row.getObject("person_id") != null) {
                candidates.add(candidate(row));
              }
              return new Asker(
                  new Place(row.getString("asker_department"), row.getString("asker_location")),
                  row.getString("asker_language"));
            })
            .list()
            .getFirst();
    return snapshot(need, asker.place, asker.language, candidates, othersKnown, at);
  }

  /** Adds those with room and hours left in the asker's department and on their floor. */
  RoutingSnapshot withNear(
      RoutingSnapshot known, Need need, RoutingSettings settings, boolean othersKnown) {
    return with(NEAR, known, need, settings, othersKnown);
  }

  /** Adds the nearest others with room; who is full too if the constituency has nobody to ask. */
  RoutingSnapshot withOthers(
      RoutingSnapshot known, Need need, RoutingSettings settings, boolean alsoFull) {
    return with(OTHERS, known, need, settings, alsoFull);
  }

  private RoutingSnapshot with(
      String which, RoutingSnapshot known, Need need, RoutingSettings settings, boolean alsoFull) {
    var others =
        statement(which, need, known.at())
            .param("known", numbersOfThoseNotToLookUp(known))
            .param("openPerPercent", settings.openPerPercent())
            .param("alsoFull", alsoFull)
            .param("nearest", NEAREST)
            .query((row, number) -> candidate(row))
            .list();
    var candidates = new ArrayList<>(known.candidates());
    candidates.addAll(others);
    return snapshot(need, known.place(), known.language(), candidates, alsoFull, known.at());
  }

  private StatementSpec statement(String text, Need need, Instant at) {
    var wall = at.atZone(OrganisationClock.ZONE);
    return sql.sql(text)
        .param("week", wall.toLocalDate().with(DayOfWeek.MONDAY))
        .param("weekday", wall.getDayOfWeek().getValue())
        .param("time", wall.toLocalTime())
        .param("asker", need.asker())
        .param("system", need.system())
        .param("topic", need.topic())
        .param("at", at)
        .param("presentSince", at.minus(Presence.LASTS));
  }

  private static Long[] numbersOfThoseNotToLookUp(RoutingSnapshot known) {
    var people = new ArrayList<PersonId>(known.tried());
    people.add(known.asker());
    known.candidates().forEach(candidate -> people.add(candidate.person()));
    return people.stream().map(PersonId::value).toArray(Long[]::new);
  }

  private static RoutingSnapshot snapshot(
      Need need,
      Place place,
      String language,
      List<Candidate> candidates,
      boolean othersKnown,
      Instant at) {
    return new RoutingSnapshot(
        need.asker(),
        place,
        language,
        need.filedBy(),
        candidates,
        need.tried(),
        need.stuck(),
        need.stuckUntil(),
        othersKnown,
        at);
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        PersonId.of(row.getLong("person_id")),
        row.getObject("rank", Integer.class),
        row.getInt("share_percent"),
        row.getInt("open"),
        new Place(row.getString("department"), row.getString("location")),
        row.getString("language"),
        row.getBoolean("knows_topic"),
        row.getBoolean("present"),
        row.getBoolean("absent"),
        row.getBoolean("says_full"),
        row.getBoolean("spared"));
  }
}
