package nl.steunpunt.network.poster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.network.whohelps.WhoHelps;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PosterScreens {
  /** Whose places; other statements go on from it. */
  static final String MINE = SqlFile.beside(PosterScreens.class, "mine.sql");

  private static final String SUBJECT = MINE + SqlFile.beside(PosterScreens.class, "subject.sql");
  private static final String OVERVIEW = MINE + SqlFile.beside(PosterScreens.class, "overview.sql");

  public record Start(long id, String path) {
    public String name() {
      return WhoHelps.named(List.of(path.split("/", -1)));
    }
  }

  /**
   * @param kind person, department or location
   * @param near only looks like what was typed
   */
  public record Hit(String kind, long id, String name, String about, boolean near) {
    public String name() {
      return kind.equals("location") ? WhoHelps.named(List.of(about.split("/", -1))) : name;
    }

    public String address() {
      return PosterController.PIECE + "?" + kind + "=" + id;
    }
  }

  public record Made(long id, String building, PosterFormat format, Instant at) {}

  /**
   * @param made posters of buildings that this person asked for
   */
  public record Overview(List<Hit> found, List<Start> places, List<Made> made) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  PosterScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /** Who makes pieces for any place; a power user does for their own. */
  static boolean makesAll(Me me) {
    return Stream.of(Role.NETWORK_LEAD, Role.ADMINISTRATOR).anyMatch(me::is);
  }

  Overview overview(Me me, String typed) {
    var statement =
        sql.sql(OVERVIEW).param("me", me.id()).param("all", makesAll(me)).param("typed", typed);
    return screens.one(statement, Overview.class).orElseThrow();
  }

  /**
   * @return empty when there is no such place, department or power user, or it is not this person's
   */
  Optional<PosterSubject> subject(Me me, PosterForm form) {
    var statement =
        sql.sql(SUBJECT)
            .param("me", me.id())
            .param("all", makesAll(me))
            .param("location", form.location())
            .param("department", form.department())
            .param("person", form.person());
    return screens.one(statement, PosterSubject.class);
  }

  Optional<byte[]> photo(long person) {
    return sql.sql("select jpeg from network.photo where person_id = :person")
        .param("person", person)
        .query(byte[].class)
        .optional();
  }
}
