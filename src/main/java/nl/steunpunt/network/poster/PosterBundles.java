package nl.steunpunt.network.poster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posters of a building: asked for, made some at a time, fetched by who asked. */
@Repository
public class PosterBundles {
  /** More than any building has that is walked on foot; beyond it one asks for a part of it. */
  static final int MOST_PLACES = 600;

  /** A tenth of a second of work, in one transaction. */
  private static final int PLACES_IN_A_PART = 10;

  private final JdbcClient sql;
  private final Clock clock;

  PosterBundles(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Counted in places. */
  public record Bundle(
      PosterBundleId id,
      String building,
      PosterFormat format,
      Instant at,
      int total,
      int made,
      int failed) {
    public boolean isAtWork() {
      return made + failed < total;
    }

    public boolean hasFile() {
      return !isAtWork() && made > 0;
    }

    public int percent() {
      return total == 0 ? 0 : 100 * (made + failed) / total;
    }
  }

  record Part(
      PosterBundleId bundle,
      int part,
      String building,
      PosterFormat format,
      PosterDesign design,
      PosterLanguage language,
      String slogan,
      boolean marks) {
    PosterChoice choice() {
      return new PosterChoice(format, design, language, slogan, marks);
    }
  }

  private static final String BUNDLE =
      """
      select b.id, b.building, b.format, b.at, coalesce(sum(cardinality(p.location_ids)), 0)::int as total,
             coalesce(sum(cardinality(p.location_ids)) filter (where p.pdf is not null), 0)::int as made,
             coalesce(sum(cardinality(p.location_ids)) filter (where p.failed), 0)::int as failed
        from network.poster_bundle b left join network.poster_bundle_part p on p.bundle_id = b.id
      """;

  /** This place and all that lies in it, each with its own code. */
  PosterBundleId ask(Me me, PosterChoice choice, PosterSubject.Place building) {
    var bundle =
        sql.sql(
                """
                insert into network.poster_bundle (building, format, design, language, slogan, marks, by_id, at)
                values (:building, :format, :design, :language, :slogan, :marks, :me, :now) returning id
                """)
            .param("building", building.name())
            .param("format", choice.format())
            .param("design", choice.design())
            .param("language", choice.language())
            .param("slogan", choice.slogan())
            .param("marks", choice.marks())
            .param("me", me.id())
            .param("now", clock.instant())
            .query(PosterBundleId.class)
            .single();
    sql.sql(
            """
            insert into network.poster_bundle_part (bundle_id, part, location_ids)
            select :bundle, x.part, array_agg(x.id order by x.turn) from (
              select l.id, row_number() over (order by l.path) as turn, (row_number() over (order by l.path) - 1) / :some as part
                from people.pub_location t join people.pub_location l on l.path = t.path or starts_with(l.path, t.path || '/')
                join network.place_code c on c.location_id = l.id and c.withdrawn_at is null
               where t.id = :building order by l.path limit :most) x
             group by x.part
            """)
        .param("bundle", bundle)
        .param("building", building.id())
        .param("some", PLACES_IN_A_PART)
        .param("most", MOST_PLACES)
        .update();
    return bundle;
  }

  /** One's own alone. */
  Bundle visibleTo(Me me, PosterBundleId id) {
    return sql.sql(BUNDLE + " where b.by_id = :me and b.id = :id group by b.id")
        .param("me", me.id())
        .param("id", id)
        .query(Bundle.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  void remove(PersonId me, PosterBundleId id) {
    sql.sql("delete from network.poster_bundle where id = :id and by_id = :me")
        .param("id", id)
        .param("me", me)
        .update();
  }

  /** The next to be made, of the oldest bundle first; no other node gets it meanwhile. */
  Optional<Part> claim() {
    return sql.sql(
            """
            select p.bundle_id as bundle, p.part, b.building, b.format, b.design, b.language, b.slogan, b.marks
              from network.poster_bundle_part p join network.poster_bundle b on b.id = p.bundle_id
             where p.pdf is null and not p.failed
             order by p.bundle_id, p.part limit 1 for update of p skip locked
            """)
        .query(Part.class)
        .optional();
  }

  /** Those that are still there, in the order of their pages. */
  List<PosterSubject> subjects(Part part) {
    return sql
        .sql(
            """
            select l.id, l.path, c.code
              from network.poster_bundle_part p
             cross join unnest(p.location_ids) with ordinality as w (id, turn)
              join people.pub_location l on l.id = w.id
              join network.place_code c on c.location_id = l.id and c.withdrawn_at is null
             where p.bundle_id = :bundle and p.part = :part order by w.turn
            """)
        .param("bundle", part.bundle())
        .param("part", part.part())
        .query(PosterSubject.Place.class)
        .list()
        .stream()
        .map(PosterSubject::of)
        .toList();
  }

  void made(Part part, byte[] pdf) {
    sql.sql(
            """
            update network.poster_bundle_part set pdf = :pdf where bundle_id = :bundle and part = :part
            """)
        .param("pdf", pdf)
        .param("bundle", part.bundle())
        .param("part", part.part())
        .update();
  }

  void failed(Part part) {
    sql.sql(
            """
            update network.poster_bundle_part set failed = true where bundle_id = :bundle and part = :part
            """)
        .param("bundle", part.bundle())
        .param("part", part.part())
        .update();
  }

  List<byte[]> pages(PosterBundleId id) {
    return sql.sql(
            """
            select pdf from network.poster_bundle_part where bundle_id = :id and pdf is not null order by part
            """)
        .param("id", id)
        .query(byte[].class)
        .list();
  }

  int forget(Instant before, int most) {
    return sql.sql(
            """
            delete from network.poster_bundle where id in
                   (select id from network.poster_bundle where at < :before order by id limit :most)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }
}
