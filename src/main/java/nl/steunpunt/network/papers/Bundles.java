package nl.steunpunt.network.papers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers of a department: asked for, made piece by piece, fetched by who asked. */
@Repository
public class Bundles {
  private final JdbcClient sql;
  private final Clock clock;

  Bundles(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param language null: each in the language of whom it is about
   */
  public record Bundle(
      BundleId id,
      PaperKind kind,
      @Nullable String language,
      String department,
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
  }

  public record Department(long id, String path) {}

  record Piece(
      BundleId bundle, int place, MandateId mandate, PaperKind kind, @Nullable String language) {}

  record Made(int place, String name, byte[] pdf) {}

  List<Department> departments() {
    return sql.sql("select id, path from people.pub_department order by path")
        .query(Department.class)
        .list();
  }

  /**
   * All papers of this kind that this person may read, of who works in this department or below it.
   *
   * @return empty when there is none
   */
  Optional<BundleId> ask(
      Me me,
      PaperKind kind,
      @Nullable String language,
      Department department,
      java.time.LocalDate today) {
    var bundle =
        sql.sql(
                """
                insert into network.paper_bundle (kind, language, department, by_id, at)
                values (:kind, :language, :department, :me, :now) returning id
                """)
            .param("kind", kind)
            .param("language", language)
            .param("department", department.path())
            .param("me", me.id())
            .param("now", clock.instant())
            .query(BundleId.class)
            .single();
    var pieces =
        sql.sql(
                """
                with recursive below (id) as (
                  select :department::bigint
                  union
                  select d.id from below above join people.pub_department d on d.parent_id = above.id
                )
                insert into network.paper_bundle_piece (bundle_id, place, mandate_id)
                select :bundle, row_number() over (order by p.department_path, p.name, m.id), m.id
                  from network.mandate m join people.pub_person p on p.id = m.person_id
                 where p.department_id in (select id from below) and
                """
                    + kind.condition()
                    + " and "
                    + (kind == PaperKind.APPRAISAL ? ":hr" : Agreements.VISIBLE))
            .param("department", department.id())
            .param("bundle", bundle)
            .param("me", me.id())
            .param("lead", me.is(Role.NETWORK_LEAD))
            .param("hr", me.is(Role.HR))
            .param("today", today)
            .update();
    if (pieces == 0) {
      remove(me.id(), bundle);
      return Optional.empty();
    }
    return Optional.of(bundle);
  }

  private static final String BUNDLE =
      """
      select b.id, b.kind, b.language, b.department, b.at, count(p.place)::int as total,
             count(*) filter (where p.pdf is not null)::int as made, count(*) filter (where p.failed)::int as failed
        from network.paper_bundle b left join network.paper_bundle_piece p on p.bundle_id = b.id
      """;

  List<Bundle> of(PersonId me) {
    return sql.sql(BUNDLE + " where b.by_id = :me group by b.id order by b.id desc")
        .param("me", me)
        .query(Bundle.class)
        .list();
  }

  /** One's own alone, and while the role that it was made with is still there. */
  Bundle visibleTo(Me me, BundleId id) {
    return sql.sql(BUNDLE + " where b.by_id = :me and b.id = :id group by b.id")
        .param("me", me.id())
        .param("id", id)
        .query(Bundle.class)
        .optional()
        .filter(bundle -> bundle.kind().isBundledFor(me))
        .orElseThrow(NotFound::new);
  }

  /** Whose papers could not be made. */
  List<String> failed(BundleId id) {
    return sql.sql(
            """
            select p.name from network.paper_bundle_piece piece
              join network.mandate m on m.id = piece.mandate_id
              join people.pub_person p on p.id = m.person_id
             where piece.bundle_id = :id and piece.failed order by piece.place
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  void remove(PersonId me, BundleId id) {
    sql.sql("delete from network.paper_bundle where id = :id and by_id = :me")
        .param("id", id)
        .param("me", me)
        .update();
  }

  /** The next to be made, of the oldest bundle first; no other node gets them meanwhile. */
  List<Piece> claim(int most) {
    return sql.sql(
            """
            select p.bundle_id as bundle, p.place, p.mandate_id as mandate, b.kind, b.language
              from network.paper_bundle_piece p join network.paper_bundle b on b.id = p.bundle_id
             where p.pdf is null and not p.failed
             order by p.bundle_id, p.place limit :most for update of p skip locked
            """)
        .param("most", most)
        .query(Piece.class)
        .list();
  }

  void made(Piece piece, String name, byte[] pdf) {
    sql.sql(
            """
            update network.paper_bundle_piece set name = :name, pdf = :pdf
             where bundle_id = :bundle and place = :place
            """)
        .param("name", name)
        .param("pdf", pdf)
        .param("bundle", piece.bundle())
        .param("place", piece.place())
        .update();
  }

  void failed(Piece piece) {
    sql.sql(
            """
            update network.paper_bundle_piece set failed = true where bundle_id = :bundle and place = :place
            """)
        .param("bundle", piece.bundle())
        .param("place", piece.place())
        .update();
  }

  /** A handful at a time, each in a statement of its own: a slow reader holds no connection. */
  List<Made> made(BundleId id, int afterPlace, int most) {
    return sql.sql(
            """
            select place, name, pdf from network.paper_bundle_piece
             where bundle_id = :id and place > :after and pdf is not null order by place limit :most
            """)
        .param("id", id)
        .param("after", afterPlace)
        .param("most", most)
        .query(Made.class)
        .list();
  }

  int forget(Instant before, int most) {
    return sql.sql(
            """
            delete from network.paper_bundle where id in
                   (select id from network.paper_bundle where at < :before order by id limit :most)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }
}
