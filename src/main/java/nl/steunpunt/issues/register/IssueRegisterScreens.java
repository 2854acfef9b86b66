package nl.steunpunt.issues.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.issue.Owners;
import nl.steunpunt.issues.issue.Severity;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class IssueRegisterScreens {
  /**
   * @param owner null: nobody, or not for this viewer
   * @param hit how many people said "me too" or asked about it
   * @param mine whether the viewer is one of them
   */
  public record Row(
      long id,
      String title,
      Status status,
      @Nullable Severity severity,
      @Nullable String topicNl,
      @Nullable String topicEn,
      boolean hasWorkaround,
      @Nullable String plannedRelease,
      @Nullable String owner,
      int hit,
      boolean mine,
      Instant changedAt) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Part(long id, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  public record ItsSystem(long id, String name, List<Part> topics) {}

  public record Named(long id, String name) {}

  /**
   * A topic that rises beyond its usual week, and how many there are of it in five working days.
   */
  public record Rising(
      long id, String nameNl, String nameEn, String system, int observed, int expected) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  /** What somebody kept under a name. */
  public record View(long id, String name, String query) {}

  /**
   * @param near nothing has just these words: this is what looks like them
   * @param owners to choose from; empty for who may not
   * @param waiting issues with a proposed workaround that nobody has decided on, for who decides
   * @param removed the view that can be put back
   */
  public record Register(
      List<Row> rows,
      boolean near,
      List<ItsSystem> systems,
      List<Named> owners,
      List<String> releases,
      List<Rising> rising,
      List<Named> waiting,
      List<View> views,
      @Nullable View removed) {

    public boolean more() {
      return rows.size() > ROWS;
    }

    public List<Row> shown() {
      return more() ? rows.subList(0, ROWS) : rows;
    }

    public long last() {
      return shown().getLast().id();
    }

    public boolean manySystems() {
      return systems.size() > 1;
    }

    /** The view that this is, if it is one. */
    public @Nullable View viewOf(String query) {
      return views.stream().filter(view -> view.query().equals(query)).findFirst().orElse(null);
    }
  }

  static final int ROWS = 50;

  /** So long can a removed view be put back from the page itself. */
  private static final Duration UNDO = Duration.ofMinutes(10);

  private static final String SQL = SqlFile.beside(IssueRegisterScreens.class, "register.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  IssueRegisterScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * @param worker sees whose an issue is
   * @param before the number to go on before; null: from the newest
   */
  Register register(Me me, boolean worker, Wish wish, @Nullable Long before) {
    var filter = wish.filter(me, worker);
    var statement =
        sql.sql(SQL.formatted(Rows.found(filter, before)))
            .params(Rows.parameters(filter))
            .param("before", before)
            .param("rows", ROWS + 1)
            .param("me", me.id())
            .param("worker", worker)
            .param("decides", Owners.mayOwn(me))
            .param("warned", me.is(Role.HELPDESK) || me.is(Role.NETWORK_LEAD))
            .param("undo", clock.instant().minus(UNDO));
    return screens.one(statement, Register.class).orElseThrow();
  }
}
