package nl.steunpunt.issues.solving;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SolvingScreens {
  /**
   * @param decision of a proposal: {@code approved}, {@code declined}; null: nobody has decided
   * @param decidedBy null when nobody has
   * @param version which one it became
   */
  public record Said(
      long id,
      long authorId,
      String author,
      Kind kind,
      String text,
      Instant at,
      @Nullable String decision,
      @Nullable String decidedBy,
      @Nullable String reason,
      @Nullable Integer version) {

    public boolean waits() {
      return kind == Kind.PROPOSED && decision == null;
    }

    public boolean declined() {
      return "declined".equals(decision);
    }

    public boolean approved() {
      return "approved".equals(decision);
    }
  }

  /**
   * @param named whether a release may say that the viewer helped
   * @param said the oldest first, the last of them
   */
  public record Conversation(
      long id,
      String title,
      Status status,
      @Nullable String workaround,
      @Nullable String plannedRelease,
      boolean named,
      int works,
      int fails,
      List<Said> said) {

    /** As it stands in an address. */
    public String encodedRelease() {
      return plannedRelease == null
          ? ""
          : URLEncoder.encode(plannedRelease, StandardCharsets.UTF_8);
    }

    public boolean earlier() {
      return said.size() > ROWS;
    }

    public List<Said> shown() {
      return earlier() ? said.subList(1, said.size()) : said;
    }

    public long first() {
      return shown().getFirst().id();
    }
  }

  /**
   * @param helped who took part in solving it, by name, and may be named
   */
  public record Mended(long id, String title, Status status, List<String> helped) {
    /** Whether it is in the release; else it is still to come. */
    public boolean isDone() {
      return !status.isOpen();
    }
  }

  /**
   * @param releases all there are, the newest name first
   * @param name the one that is shown; null: none is chosen
   */
  public record Release(
      List<String> releases, @Nullable String name, List<Mended> mended, boolean more) {
    public List<Mended> done() {
      return mended.stream().filter(Mended::isDone).toList();
    }

    public List<Mended> coming() {
      return mended.stream().filter(one -> !one.isDone()).toList();
    }
  }

  static final int ROWS = 50;
  static final int MENDED = 200;

  private static final String CONVERSATION =
      SqlFile.beside(SolvingScreens.class, "conversation.sql");
  private static final String RELEASE = SqlFile.beside(SolvingScreens.class, "release.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;

  SolvingScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param before the number to end before; null: up to the newest
   */
  Conversation conversation(Me me, IssueId id, @Nullable Long before) {
    return conversation(me, id, before, ROWS + 1);
  }

  Conversation conversation(Me me, IssueId id, @Nullable Long before, int rows) {
    var statement =
        sql.sql(CONVERSATION)
            .param("id", id)
            .param("me", me.id())
            .param("before", before)
            .param("rows", rows);
    return screens.one(statement, Conversation.class).orElseThrow(NotFound::new);
  }

  /**
   * @param name empty: the newest
   */
  Release release(String name) {
    var statement = sql.sql(RELEASE).param("name", name).param("most", MENDED);
    return screens.one(statement, Release.class).orElseThrow();
  }
}
