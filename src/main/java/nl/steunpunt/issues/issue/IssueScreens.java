package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class IssueScreens {
  /**
   * @param hit how many people said "me too" or asked about it
   * @param mine whether the viewer is one of them
   */
  public record Row(
      long id,
      String title,
      Status status,
      @Nullable String topicNl,
      @Nullable String topicEn,
      boolean hasWorkaround,
      int hit,
      boolean mine,
      Instant changedAt) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Named(long id, String name, String email) {}

  /**
   * What helped meanwhile, as it was said then.
   *
   * @param text empty: from then on nothing helped
   * @param writtenBy null: not for this viewer
   */
  public record Workaround(int version, String text, Instant at, @Nullable String writtenBy) {}

  /**
   * @param workarounds the newest first, no more than {@value #VERSIONS}
   * @param owner null: nobody, or not for this viewer
   * @param owners who owns issues now, to choose from; empty for who may not
   */
  public record Show(
      long id,
      String title,
      String description,
      Status status,
      @Nullable Severity severity,
      @Nullable String workaround,
      List<Workaround> workarounds,
      @Nullable String plannedRelease,
      @Nullable Named owner,
      List<Named> owners,
      String system,
      @Nullable String topicNl,
      @Nullable String topicEn,
      int hit,
      boolean mine,
      boolean mayLeave,
      List<Place> places,
      Instant createdAt,
      Instant changedAt) {
    /** The places leave here only as far as they may be told. */
    public Show {
      places = Place.shown(places);
    }

    /** Whether there is more to read of what helps than what stands on the page anyway. */
    public boolean hasEarlier() {
      return workarounds.size() > 1;
    }

    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Register(List<Row> rows, boolean open, @Nullable Long next) {}

  public record Linked(long id, String title, Status status, @Nullable String workaround) {}

  private static final int ROWS = 50;
  static final int VERSIONS = 20;

  private static final String SHOW = SqlFile.beside(IssueScreens.class, "show.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;

  IssueScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param open the open ones; else those that ended
   * @param before the number to go on before; null: from the newest
   */
  Register register(Me me, boolean open, @Nullable Long before) {
    var statement =
        sql.sql(
                """
                select to_json(r) from (
                  select i.id, i.title, i.status, t.name_nl as topic_nl, t.name_en as topic_en,
                         i.workaround is not null as has_workaround,
                         (select count(*) from issues.me_too m where m.issue_id = i.id) as hit,
                         exists (select from issues.me_too m where m.issue_id = i.id and m.person_id = :me) as mine,
                         i.changed_at
                    from issues.issue i
                    left join network.pub_topic t on t.id = i.topic_id
                   where i.open = :open
                     and i.id < coalesce(:before::bigint, 9223372036854775807)
                   order by i.id desc
                   limit :rows) r
                """)
            .param("me", me.id())
            .param("open", open)
            .param("before", before)
            .param("rows", ROWS + 1);
    var rows = screens.list(statement, Row.class);
    return rows.size() > ROWS
        ? new Register(rows.subList(0, ROWS), open, rows.get(ROWS - 1).id)
        : new Register(rows, open, null);
  }

  /**
   * @param worker sees names: who helps, and who sees to it
   * @param changer may choose an owner
   */
  public Show show(Me me, IssueId id, boolean worker, boolean changer) {
    var statement =
        sql.sql(SHOW)
            .param("id", id)
            .param("me", me.id())
            .param("worker", worker)
            .param("changer", changer)
            .param("versions", VERSIONS);
    return screens.one(statement, Show.class).orElseThrow(NotFound::new);
  }

  /** The issue a question belongs to. */
  List<Linked> of(QuestionId question) {
    var statement =
        sql.sql(
                """
                select to_json(l) from (
                  select i.id, i.title, i.status, i.workaround
                    from issues.linked_question l join issues.issue i on i.id = l.issue_id
                   where l.question_id = :question order by i.id) l
                """)
            .param("question", question);
    return screens.list(statement, Linked.class);
  }
}
