package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far news got, for who made it and for the lead: numbers of at least five people. */
@Repository
public class SpreadScreens {
  static final int FEWEST = 5;

  /** So far back the lead looks. */
  private static final Duration LATELY = Duration.ofDays(28);

  private static final String OF_ISSUE = SqlFile.beside(SpreadScreens.class, "of-issue.sql");
  private static final String PLACES = SqlFile.beside(SpreadScreens.class, "places.sql");

  /**
   * @param by null: people said so themselves, or the name was erased
   */
  public record Dispute(@Nullable String by, int people, String text, Instant at) {}

  /**
   * @param news null: nothing changed yet since it was reported
   * @param spreading the notices are still being made
   * @param said what those see for whom it does not work
   */
  public record Spread(
      long id,
      String title,
      Status status,
      @Nullable String workaround,
      @Nullable String plannedRelease,
      @Nullable Long news,
      @Nullable Instant at,
      boolean spreading,
      boolean asks,
      int total,
      int toTell,
      int told,
      int heard,
      int disputed,
      int yes,
      int no,
      List<String> said,
      @Nullable String textNl,
      @Nullable String textEn,
      List<Dispute> disputes) {

    /** Of fewer people it would show who did not tell. */
    public boolean isOfFew() {
      return total < FEWEST;
    }

    /**
     * When it opened again, everyone is to be told anew but those who said no: any of the counts
     * would say how many these are.
     */
    public boolean tellsFewAnswers() {
      return asks && disputed != 0 && !answersShown();
    }

    public boolean answersShown() {
      return yes + no >= FEWEST;
    }

    public String text(Messages messages, String language) {
      var written = language.equals("nl") ? textNl : textEn;
      return written != null
          ? written
          : NewsText.of(messages, Locale.of(language), title, status, workaround, plannedRelease);
    }
  }

  /**
   * @param name null: several places together
   * @param told by a power user
   * @param heard from the product, which waited for a power user
   * @param without have no power user
   */
  public record Place(
      @Nullable String name, int people, int told, int heard, int waiting, int without) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  SpreadScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  Spread spread(IssueId issue) {
    return screens
        .one(sql.sql(OF_ISSUE).param("issue", issue), Spread.class)
        .orElseThrow(NotFound::new);
  }

  /** Where it arrives least comes first. */
  List<Place> places() {
    var now = clock.instant();
    var statement =
        sql.sql(PLACES).param("now", now).param("since", now.minus(LATELY)).param("fewest", FEWEST);
    return screens.list(statement, Place.class);
  }
}
