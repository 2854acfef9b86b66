package nl.steunpunt.helpdesk.history;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.steunpunt.helpdesk.HistoryLoading;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.helpdesk.history.HistoryRun.State;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The import of a helpdesk's history: a file is received, checked under a mapping of its columns,
 * applied, and can be undone as a whole. What was checked lies ready; applying makes it count.
 */
@Service
public class HistoryImporting implements HistoryLoading {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryImporting.class);
  private static final PersonId NOBODY = new PersonId(0);
  private static final int SAMPLE = 200;

  /** Characters: rows may be long. */
  private static final int LARGEST_SAMPLE = 4 << 20;

  /** Of the work of checking, reading takes so much. */
  private static final int PERCENT_READING = 80;

  private final HistoryLock lock;
  private final HistoryRuns runs;
  private final HistoryFiles files;
  private final HistoryStaging staging;
  private final HistoryCounting counting;
  private final Settings settings;
  private final JdbcClient sql;
  private final Clock clock;

  HistoryImporting(
      HistoryLock lock,
      HistoryRuns runs,
      HistoryFiles files,
      HistoryStaging staging,
      HistoryCounting counting,
      Settings settings,
      JdbcClient sql,
      Clock clock) {
    this.lock = lock;
    this.runs = runs;
    this.files = files;
    this.staging = staging;
    this.counting = counting;
    this.settings = settings;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A file before it is checked: its headers, what they are taken for, and its first rows.
   *
   * @param unreadable there are letters in another encoding in what was looked at
   */
  public record Look(
      List<String> headers,
      HistoryMapping mapping,
      List<List<String>> firstRows,
      boolean unreadable) {}

  /**
   * Keeps the file until its run is over.
   *
   * @throws HistoryRefused when it is no table at all; then nothing of it is kept
   */
  public HistoryRunId receive(PersonId by, String fileName, InputStream file) {
    var run = runs.create(by, fileName, clock.instant());
    try {
      runs.hasBytes(run, files.keep(run, file));
      look(get(run));
      return run;
    } catch (HistoryRefused e) {
      files.forget(run);
      runs.refused(run, State.REFUSED, e);
      throw e;
    }
  }

  /** How it stands now, also when the node that was at work has stopped. */
  public HistoryRun status(HistoryRunId id) {
    var run = get(id);
    if (run.state().isAtWork() && !lock.isHeld()) {
      runs.cutOff(run);
      return get(id);
    }
    if (run.state() == State.RECEIVED && !hasFile(run)) {
      // A backup that was put back has no files in it.
      runs.begin(id, State.REFUSED);
      return get(id);
    }
    return run;
  }

  public boolean hasFile(HistoryRun run) {
    return files.has(run.id());
  }

  public Look look(HistoryRun run) {
    try (var rows = new CsvRows(files.open(run.id()))) {
      var sample = new ArrayList<CsvRows.Row>();
      int length = 0;
      while (sample.size() < SAMPLE && length < LARGEST_SAMPLE) {
        var row = rows.next();
        if (row == null) {
          break;
        }
        sample.add(row);
        length += row.length();
      }
      if (sample.isEmpty()) {
        throw new HistoryRefused(Why.EMPTY);
      }
      var header = rows.header();
      var mapping =
          run.columns() == null
              ? new HistoryGuess(header, sample, places(), topics(), OrganisationClock.ZONE)
                  .mapping()
              : HistoryMapping.of(run.columns(), DateOrder.named(String.valueOf(run.dateOrder())));
      var unreadable =
          header.stream().anyMatch(CsvRows::isUnreadable)
              || sample.stream().anyMatch(CsvRows.Row::isUnreadable);
      return new Look(header, mapping, firstRows(header, sample), unreadable);
    }
  }

  private static List<List<String>> firstRows(List<String> header, List<CsvRows.Row> sample) {
    var first = new ArrayList<List<String>>();
    for (var row : sample.subList(0, Math.min(3, sample.size()))) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < header.size(); i++) {
        cells.add(row.cell(i));
      }
      first.add(cells);
    }
    return first;
  }

  private Set<String> places() {
    return names(
        """
        select lower(name) from people.pub_location union select lower(path) from people.pub_location
        union select lower(name) from people.pub_department union select lower(path) from people.pub_department
        """);
  }

  private Set<String> topics() {
    return names(
        """
        select lower(topic_nl) from (select distinct topic_nl from support.pub_question where topic_nl is not null
                                      limit 500) t
        """);
  }

  private Set<String> names(String query) {
    return new TreeSet<>(sql.sql(query).query(String.class).list());
  }

  /**
   * Finds what the file would bring, and changes nothing that counts.
   *
   * @param chosen null: as it was chosen before, or guessed
   */
  public HistoryRun check(HistoryRunId run, @Nullable HistoryMapping chosen) {
    return lock.during(() -> checkLocked(run, chosen));
  }

  /**
   * @param skipBad leave bad rows out; otherwise one refuses all
   */
  public HistoryRun apply(HistoryRunId run, boolean skipBad) {
    return lock.during(() -> applyLocked(run, skipBad));
  }

  public HistoryRun undo(HistoryRunId run) {
    return lock.during(() -> undoLocked(run));
  }

  @Override
  public boolean isEmpty() {
    return runs.latest(null, 1).isEmpty();
  }

  @Override
  public void load(String fileName, InputStream file, LocalDate until) {
    settings.remember(BaselineSettings.SETTING, new BaselineSettings(until));
    var run = receive(NOBODY, fileName, file);
    check(run, null);
    apply(run, true);
  }

  /** Forgets a file that is not to be imported after all, and what was found in it. */
  public void discard(HistoryRunId id) {
    var run = status(id);
    if (run.state() == State.RECEIVED || run.state() == State.CHECKED) {
      files.forget(id);
      runs.begin(id, State.REFUSED);
      runs.forgetTickets(id);
    }
  }

  private HistoryRun checkLocked(HistoryRunId id, @Nullable HistoryMapping chosen) {
    var run = get(id);
    if (run.state() != State.RECEIVED && run.state() != State.CHECKED || !files.has(id)) {
      throw new HistoryRefused(Why.NOT_CHECKED);
    }
    runs.begin(id, State.CHECKING);
    try {
      runs.forgetTickets(id);
      var mapping = chosen == null ? look(run).mapping() : chosen;
      runs.mapped(id, mapping);
      refuseUnusable(mapping);
      var staged = stage(run, mapping);
      runs.progress(id, PERCENT_READING);
      staging.fold(id);
      runs.checked(id, staged.rows(), staged.bad(), clock.instant());
      if (staged.rows() == staged.bad()) {
        throw new HistoryRefused(Why.NO_TICKETS);
      }
      return get(id);
    } catch (HistoryRefused e) {
      runs.refused(id, State.RECEIVED, e);
      throw e;
    } catch (RuntimeException e) {
      throw failed(id, State.RECEIVED, e);
    } finally {
      staging.clear();
    }
  }

  private HistoryStaging.Staged stage(HistoryRun run, HistoryMapping mapping) {
    var content = files.open(run.id());
    try (var rows = new CsvRows(content)) {
      return staging.stage(
          run.id(),
          rows,
          bad ->
              new HistoryReading(
                  rows.header(),
                  mapping,
                  run.id() + "#",
                  OrganisationClock.ZONE,
                  clock.instant(),
                  bad::add),
          content::taken,
          run.bytes(),
          percent -> runs.progress(run.id(), percent * PERCENT_READING / 100));
    }
  }

  private static void refuseUnusable(HistoryMapping mapping) {
    if (!mapping.missing().isEmpty()) {
      throw new HistoryRefused(Why.MISSING_COLUMN, keys(mapping.missing()));
    }
    if (!mapping.doubled().isEmpty()) {
      throw new HistoryRefused(Why.DOUBLED_COLUMN, keys(mapping.doubled()));
    }
  }

  private static String keys(Set<HistoryColumn> columns) {
    return columns.stream().map(HistoryColumn::key).collect(Collectors.joining(", "));
  }

  private HistoryRun applyLocked(HistoryRunId id, boolean skipBad) {
    var run = get(id);
    if (run.state() != State.CHECKED) {
      throw new HistoryRefused(Why.NOT_CHECKED);
    }
    try {
      if (run.hasBadRows() && !skipBad) {
        throw new HistoryRefused(Why.BAD_ROWS, String.valueOf(run.bad()));
      }
      runs.begin(id, State.APPLYING);
      runs.progress(id, 30);
      counting.with(
          id,
          () -> {
            runs.done(id, clock.instant());
            files.forget(id);
          });
      return get(id);
    } catch (HistoryRefused e) {
      runs.refused(id, State.CHECKED, e);
      throw e;
    } catch (RuntimeException e) {
      throw failed(id, State.CHECKED, e);
    }
  }

  private HistoryRun undoLocked(HistoryRunId id) {
    if (get(id).state() != State.DONE) {
      throw new HistoryRefused(Why.NOTHING_TO_UNDO);
    }
    counting.without(id, () -> runs.undone(id, clock.instant()));
    runs.forgetTickets(id);
    return get(id);
  }

  private HistoryRefused failed(HistoryRunId id, State state, RuntimeException cause) {
    LOG.error("Import {} of the helpdesk’s history failed; nothing was changed.", id, cause);
    var refusal = new HistoryRefused(Why.FAILED);
    runs.refused(id, state, refusal);
    return refusal;
  }

  private HistoryRun get(HistoryRunId id) {
    return runs.find(id).orElseThrow(NotFound::new);
  }
}
