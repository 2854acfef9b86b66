package nl.steunpunt.network.poster;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.whohelps.WhoHelps;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.platform.picture.Pictures;
import nl.steunpunt.platform.picture.Workbench;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** What hangs where. A power user has those of their own places, and what has their name. */
@Repository
public class Hangings {
  /** On one page. */
  static final int MOST = 100;

  private static final int MOST_BYTES = 20 << 20;

  private static final String LIST =
      PosterScreens.MINE + SqlFile.beside(Hangings.class, "hangings.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Brands brands;
  private final Pictures pictures;
  private final Clock clock;

  Hangings(JdbcClient sql, ScreenSql screens, Brands brands, Pictures pictures, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.brands = brands;
    this.pictures = pictures;
    this.clock = clock;
  }

  /**
   * @param path null: the place is gone
   * @param photo null: none was taken
   * @param about the power user or the department that it names; null: the place alone
   * @param printable whether who looks may print for this place; else it is a paper of their own
   * @param reason why it must be replaced: its code, a move, the organisation's look; null: it need
   *     not
   */
  public record Hanging(
      long id,
      long locationId,
      PosterFormat format,
      String spot,
      LocalDate hungOn,
      String code,
      @Nullable String path,
      @Nullable String photo,
      @Nullable String about,
      boolean printable,
      @Nullable String reason) {
    public String place() {
      return path == null ? "/h/" + code : WhoHelps.named(List.of(path.split("/", -1)));
    }

    public @Nullable String photoAddress() {
      return photo == null ? null : HangingController.PATH + "/" + id + "/photo?v=" + photo;
    }
  }

  /** A site or a building of a site, by its path, and how much hangs there. */
  public record Building(String path, int pieces) {
    public String name() {
      return path.replace("/", " · ");
    }
  }

  /**
   * @param hangings of which one more than a page is read, to know whether it goes on
   * @param buildings where anything hangs
   */
  public record Shown(List<Hanging> hangings, int total, int toReplace, List<Building> buildings) {
    public List<Hanging> page() {
      return hangings.subList(0, Math.min(MOST, hangings.size()));
    }

    /** The last of this page; null: it does not go on. */
    public @Nullable Long next() {
      return hangings.size() > MOST ? hangings.get(MOST - 1).id() : null;
    }
  }

  /**
   * @param building its path; empty: all
   * @param after the last that was seen; null, or taken away meanwhile: from the beginning
   */
  Shown of(Me me, String building, @Nullable Long after) {
    return screens
        .one(
            sql.sql(LIST)
                .param("me", me.id())
                .param("all", PosterScreens.makesAll(me))
                .param("look", look())
                .param("building", building)
                .param("after", after)
                .param("rows", MOST + 1),
            Shown.class)
        .orElseThrow();
  }

  /**
   * @param department that it speaks of; null: a place or a power user
   */
  void hang(PosterSubject subject, @Nullable Long department, PosterFormat format, String spot) {
    var who = subject.who();
    var named = who != null && who.namePrinted() ? who : null;
    sql.sql(
            """
            insert into network.hanging (location_id, code, format, spot, look, hung_on, named, person_id, department_id)
            values (:location, :code, :format, :spot, :look, :today, :named, :person, :department)
            """)
        .param("location", subject.place().id())
        .param("code", subject.place().code())
        .param("named", named != null)
        .param("person", named == null ? null : named.id())
        .param("department", department)
        .param("format", format)
        .param("spot", spot)
        .param("look", look())
        .param("today", today())
        .update();
  }

  /** Of one's own places or with one's name, and still there. */
  HangingId visibleTo(Me me, HangingId id) {
    return sql.sql(
            PosterScreens.MINE
                + """
                select h.id from network.hanging h
                 where h.id = :id and h.gone_on is null
                   and (:all or h.person_id = :me or h.location_id in (select m.id from mine m))
                """)
        .param("me", me.id())
        .param("all", PosterScreens.makesAll(me))
        .param("id", id)
        .query(HangingId.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** What was in sight of the camera is not kept longer than the piece hangs. */
  @Transactional
  public void takeAway(HangingId id) {
    sql.sql("update network.hanging set gone_on = :today where id = :id")
        .param("today", today())
        .param("id", id)
        .update();
    sql.sql("delete from network.hanging_photo where hanging_id = :id").param("id", id).update();
  }

  /** Holds no connection to the database while it decodes. */
  void photograph(HangingId id, MultipartFile sent) throws IOException {
    try (var bench = new Workbench();
        var bytes = sent.getInputStream()) {
      var file = bench.receive(bytes, MOST_BYTES);
      var format = PictureFormat.of(file).orElseThrow(() -> Refusal.of("picture.damaged"));
      var small = pictures.renew(format, file, bench).thumbnail();
      var picture = Files.readAllBytes(small.file());
      sql.sql(
              """
              insert into network.hanging_photo (hanging_id, version, media_type, picture)
              values (:id, :version, :type, :picture)
              on conflict (hanging_id) do update
                 set version = excluded.version, media_type = excluded.media_type, picture = excluded.picture
              """)
          .param("id", id)
          .param("version", hash(picture))
          .param("type", small.mediaType())
          .param("picture", picture)
          .update();
    }
  }

  record Photo(String mediaType, byte[] picture) {}

  Optional<Photo> photo(HangingId id) {
    return sql.sql("select media_type, picture from network.hanging_photo where hanging_id = :id")
        .param("id", id)
        .query(Photo.class)
        .optional();
  }

  int forget(Instant before, int most) {
    return sql.sql(
            """
            delete from network.hanging where id in
                   (select id from network.hanging where gone_on < :before order by id limit :most)
            """)
        .param("before", LocalDate.ofInstant(before, OrganisationClock.ZONE))
        .param("most", most)
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }

  /** Of what is printed today: another later is a reason to print anew. */
  String look() {
    var now = brands.settings();
    return hash(
        (now.name() + "\n" + now.accent() + "\n" + now.logo())
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
