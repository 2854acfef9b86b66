package nl.steunpunt.helpdesk.outcome;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.Tally;
import nl.steunpunt.helpdesk.outcome.Parts.Part;
import nl.steunpunt.helpdesk.outcome.Parts.Span;
import nl.steunpunt.helpdesk.outcome.Parts.Told;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells each night what became of the questions of the blocks that ended a week ago or more, in
 * parts that may be told ({@link Parts}), once. Read without a transaction and written in a short
 * one: an open one that writes would hold back the live events of everybody for as long as the
 * counting takes.
 */
@Component
public class OutcomeReckoning extends Beside {
  /** Whole weeks, as many as can be looked at. */
  private static final int WEEKS = 26;

  private static final LocalTime NIGHT = LocalTime.of(4, 0);
  private static final Duration AT_MOST = Duration.ofMinutes(10);
  private static final int LOOKS_EVERY_SECONDS = 60;
  private static final String ASKED = SqlFile.beside(OutcomeReckoning.class, "asked.sql");
  private static final String VISITED = SqlFile.beside(OutcomeReckoning.class, "visited.sql");
  private static final String CLOSED = SqlFile.beside(OutcomeReckoning.class, "closed.sql");

  private final OutcomeStore store;
  private final JdbcClient sql;
  private final ScreenSql screens;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OutcomeReckoning(
      OutcomeStore store,
      JdbcClient sql,
      ScreenSql screens,
      TransactionTemplate transaction,
      Clock clock) {
    super("outcomes", LOOKS_EVERY_SECONDS);
    this.store = store;
    this.screens = screens;
    this.sql = sql;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    if (!claimed(clock.instant())) {
      return 0;
    }
    reckon();
    return 1;
  }

  /** One node does it; when that dies, another one after a while. */
  private boolean claimed(Instant now) {
    return Boolean.TRUE.equals(
        transaction.execute(status ->
            sql.sql(
                        """
                        update helpdesk.outcome_reckoned set claimed_until = :until
                         where one in (select one from helpdesk.outcome_reckoned
                                        where (at is null or at < :due) and (claimed_until is null or claimed_until < :now)
                                          for update skip locked)
                        """)
                    .param("until", now.plus(AT_MOST))
                    .param("due", night(now))
                    .param("now", now)
                    .update()
                > 0));
  }

  /** The last night. */
  private static Instant night(Instant now) {
    var here = now.atZone(OrganisationClock.ZONE);
    var today =
        here.toLocalTime().isBefore(NIGHT) ? here.toLocalDate().minusDays(1) : here.toLocalDate();
    return today.atTime(NIGHT).atZone(OrganisationClock.ZONE).toInstant();
  }

  /** At once, whenever it was done last. */
  public void reckon() {
    var now = clock.instant();
    var monday =
        LocalDate.ofInstant(now, OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    // What is said a week late of a last day is in its block.
    var until = Parts.block(monday.minusWeeks(1));
    var oldest = until.minusWeeks(WEEKS);
    // Forgotten with this run: from then on the numbers mean nobody.
    var salt = random.nextLong();
    var asked = told(ASKED, later(store.askedUntil(), oldest), until, salt);
    // Before the first question there was no desk here.
    var visitsFrom = later(Optional.of(store.begunOn().orElse(until)), oldest);
    var visited = visited(later(store.visitedUntil(), visitsFrom), until, salt);
    var learnedFrom = until.minusWeeks(Learned.MOST_WEEKS);
    var learned = learned(learnedFrom, until, salt);
    transaction.executeWithoutResult(_ -> {
      store.forget(oldest, learnedFrom);
      store.tell(asked);
      store.tellVisits(visited);
      store.tell(learned);
    });
    // By the names that are told now; when this node dies here, the next one finds it undone.
    var took =
        visited.spans().isEmpty() && store.isToldUntil(until)
            ? Optional.<List<Took>>empty()
            : Optional.of(store.took(start(visitsFrom), start(until)));
    transaction.executeWithoutResult(_ -> {
      took.ifPresent(store::tellHowLong);
      store.done(now, until);
    });
  }

  private static LocalDate later(Optional<LocalDate> day, LocalDate other) {
    return day.filter(other::isBefore).orElse(other);
  }

  /** A block after the other, so that a busy half year is not in memory as a whole. */
  private Told told(String statement, LocalDate from, LocalDate until, long salt) {
    var spans = new ArrayList<Span>();
    var parts = new ArrayList<Part>();
    var waiting = List.<Asked>of();
    for (var block = Parts.block(from);
        block.isBefore(until);
        block = block.plusWeeks(Parts.BLOCK)) {
      var rows = new ArrayList<>(waiting);
      var begins = block.isBefore(from) ? from : block;
      rows.addAll(read(statement, begins, block.plusWeeks(Parts.BLOCK), salt, Asked.class));
      if (block.isBefore(from)) {
        // Some of it is told already; the rest goes with the next one.
        waiting = rows;
        continue;
      }
      var told = Parts.of(block, rows);
      spans.addAll(told.spans());
      parts.addAll(told.parts());
      waiting = told.waiting();
    }
    return new Told(spans, parts, waiting);
  }

  /** With the weeks in which nobody came: that says nothing of anybody. */
  private Told visited(LocalDate from, LocalDate until, long salt) {
    var told = told(VISITED, from, until, salt);
    var spans = new ArrayList<>(told.spans());
    var upTo = told.waiting().stream().map(Asked::week).min(LocalDate::compareTo).orElse(until);
    for (var week = from; week.isBefore(upTo); week = week.plusWeeks(1)) {
      var one = week;
      if (told.spans().stream().noneMatch(span -> span.holds(one))) {
        spans.add(new Span(week, 1, Tally.NOTHING));
      }
    }
    return new Told(spans, told.parts(), told.waiting());
  }

  private List<Learned> learned(LocalDate from, LocalDate until, long salt) {
    var told = store.learnedUntil();
    return Learned.of(
        read(CLOSED, from, until, salt, Learned.Closed.class).stream()
            .filter(one ->
                !one.week().isBefore(told.getOrDefault(Optional.ofNullable(one.topicId()), from)))
            .toList());
  }

  private <T> List<T> read(
      String statement, LocalDate from, LocalDate until, long salt, Class<T> type) {
    return screens.list(
        sql.sql(statement)
            .param("zone", OrganisationClock.ZONE.getId())
            .param("from", start(from))
            .param("until", start(until))
            .param("salt", salt),
        type);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OrganisationClock.ZONE).toInstant();
  }
}
