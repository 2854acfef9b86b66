package nl.steunpunt.network.floorplan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.whohelps.WhoHelps;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class FloorPlanScreens {
  /** How long the last change can be undone from the page. */
  private static final Duration UNDOABLE = Duration.ofDays(7);

  /** On one plan; a floor has some tens of power users at most. */
  private static final int MOST_DESKS = 200;

  private static final String FLOOR = SqlFile.beside(FloorPlanScreens.class, "floor.sql");
  private static final String OVERVIEW = SqlFile.beside(FloorPlanScreens.class, "overview.sql");

  public record Plan(String version, int width, int height) {}

  /**
   * A power user who works here.
   *
   * @param agrees to stand on a plan
   * @param moved was pinned here, and works elsewhere on the floor now
   * @param x null: not pinned here
   */
  public record Desk(
      long id,
      String name,
      @Nullable String function,
      String place,
      @Nullable String photo,
      boolean agrees,
      boolean moved,
      @Nullable Double x,
      @Nullable Double y) {
    public boolean pinned() {
      return x != null && y != null && agrees;
    }

    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }

    /** Percents with one decimal, as a field of numbers takes them. */
    public String across() {
      return percent(x);
    }

    public String down() {
      return percent(y);
    }

    private static String percent(@Nullable Double part) {
      return part == null ? "" : Double.toString(Math.round(part * 1000) / 10.0);
    }

    public String ninth() {
      return x == null || y == null ? "middle" : PlanSpot.ninth(x, y);
    }
  }

  /**
   * The last one that was made here.
   *
   * @param name whose pin; null: it was about the plan
   */
  public record Change(long id, String kind, @Nullable String name, Instant at) {}

  /**
   * @param allDesks also those that are not in the list
   */
  public record Floor(
      long id,
      String path,
      @Nullable Plan plan,
      List<Desk> desks,
      int allDesks,
      @Nullable Change change) {
    public int more() {
      return allDesks - desks.size();
    }

    public String name() {
      return WhoHelps.named(List.of(path.split("/", -1)));
    }
  }

  /**
   * @param plan null: there is none yet
   * @param desks how many power users work there, of whom so many are pinned
   */
  public record Place(long id, String path, @Nullable Plan plan, int desks, int pinned) {
    public String name() {
      return WhoHelps.named(List.of(path.split("/", -1)));
    }

    public @Nullable String address() {
      return plan == null ? null : PlanSpot.address(id, plan.version);
    }
  }

  /**
   * @param found for the words typed
   * @param total of places, also of those that are not in the list
   */
  public record Overview(List<Place> places, List<Place> found, int total) {
    public int more() {
      return total - places.size();
    }
  }

  record Picture(String mediaType, byte[] picture) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  FloorPlanScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Optional<Floor> floor(long location) {
    var statement =
        sql.sql(FLOOR)
            .param("location", location)
            .param("most", MOST_DESKS)
            .param("recently", clock.instant().minus(UNDOABLE));
    return screens.one(statement, Floor.class);
  }

  Overview overview(String typed) {
    return screens.one(sql.sql(OVERVIEW).param("typed", typed), Overview.class).orElseThrow();
  }

  boolean isPlace(long location) {
    return sql.sql("select exists (select from people.pub_location where id = :location)")
        .param("location", location)
        .query(Boolean.class)
        .single();
  }

  Optional<Picture> picture(long location, String version) {
    return sql.sql(
            """
            select media_type, picture from network.floor_plan
             where location_id = :location and version = :version and gone_in is null
            """)
        .param("location", location)
        .param("version", version)
        .query(Picture.class)
        .optional();
  }

  /** Of a place where somebody is pinned who agreed to be seen by who is not signed in. */
  Optional<Picture> openPicture(String code, String version) {
    return sql.sql(
            """
            select f.media_type, f.picture from network.place_code c
              join network.floor_plan f on f.location_id = c.location_id and f.gone_in is null and f.version = :version
             where c.code = lower(:code) and c.withdrawn_at is null
               and exists (
                     select from network.desk_pin d
                       join people.pub_person p on p.id = d.person_id and p.active and p.location_id = d.seat_id
                       join network.profile r on r.person_id = d.person_id and r.on_plan and r.shown_to_strangers
                       join network.mandate m on m.person_id = d.person_id and m.state in ('provisional', 'active')
                      where d.location_id = c.location_id and d.gone_in is null)
            """)
        .param("code", code)
        .param("version", version)
        .query(Picture.class)
        .optional();
  }
}
