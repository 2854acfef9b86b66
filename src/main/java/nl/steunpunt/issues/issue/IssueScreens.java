package nl.steunpunt.issues.issue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.pointer.Pointer;
import nl.steunpunt.issues.pointer.Pointers;
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
   * @param proposals how many workarounds wait for a decision, for who works on it
   * @param pointers tickets in other systems and ideas, for who works on it
   * @param removed the one of them that can be put back
   * @param hit how many people said "me too" or asked about it
   * @param mine whether the viewer is one of them
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
      int proposals,
      List<Pointer> pointers,
      @Nullable Pointer removed,
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

    /** As it stands in an address. */
    public String encodedRelease() {
      return plannedRelease == null
          ? ""
          : URLEncoder.encode(plannedRelease, StandardCharsets.UTF_8);
    }

    /** Whether there is more to read of what helps than what stands on the page anyway. */
    public boolean hasEarlier() {
      return workarounds.size() > 1;
    }

    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Linked(long id, String title, Status status, @Nullable String workaround) {}

  static final int VERSIONS = 20;

  private static final String SHOW = SqlFile.beside(IssueScreens.class, "show.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  IssueScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
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
            .param("undo", clock.instant().minus(Pointers.UNDO))
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
                   where l.question_id = :question and i.merged_into is null order by i.id) l
                """)
            .param("question", question);
    return screens.list(statement, Linked.class);
  }
}
