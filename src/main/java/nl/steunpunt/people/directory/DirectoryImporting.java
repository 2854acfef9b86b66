package nl.steunpunt.people.directory;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.directory.ImportRefused.Why;
import nl.steunpunt.people.directory.ImportRun.State;
import nl.steunpunt.people.directory.table.TableFile;
import nl.steunpunt.people.directory.table.TableRow;
import nl.steunpunt.people.directory.table.UnreadableTable;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The import of persons: a file is received, previewed under a mapping of its columns, applied, and
 * can be undone. Deliberately no transaction around it: only applying and undoing have one.
 */
@Service
public class DirectoryImporting {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryImporting.class);
  private static final int FIRST_ROWS = 5;

  /** Somebody may change a person between check and write; twice in a row is somebody at work. */
  private static final int ATTEMPTS = 3;

  private final ImportLock lock;
  private final ImportRuns runs;
  private final ImportFiles files;
  private final ImportStaging staging;
  private final ImportChecking checking;
  private final ImportPlanning planning;
  private final ImportApplying applying;
  private final ImportUndoing undoing;
  private final RememberedColumns remembered;
  private final Clock clock;

  DirectoryImporting(
      ImportLock lock,
      ImportRuns runs,
      ImportFiles files,
      ImportStaging staging,
      ImportChecking checking,
      ImportPlanning planning,
      ImportApplying applying,
      ImportUndoing undoing,
      RememberedColumns remembered,
      Clock clock) {
    this.lock = lock;
    this.runs = runs;
    this.files = files;
    this.staging = staging;
    this.checking = checking;
    this.planning = planning;
    this.applying = applying;
    this.undoing = undoing;
    this.remembered = remembered;
    this.clock = clock;
  }

  /** Keeps the file until its run is over. */
  public ImportRunId receive(PersonId by, String fileName, InputStream file) {
    var run = runs.create(by, fileName, clock.instant());
    try {
      files.keep(run, file);
    } catch (ImportRefused e) {
      files.forget(run);
      runs.refused(run, State.REFUSED, e);
      throw e;
    }
    return run;
  }

  /** How it stands now, also when the node that was at work has stopped. */
  public ImportRun status(ImportRunId id) {
    var run = get(id);
    if (run.state().isAtWork() && !lock.isHeld()) {
      runs.cutOff(run);
      return get(id);
    }
    return run;
  }

  /** Forgets a file that is not to be imported after all, and what was found in it. */
  public void discard(ImportRunId id) {
    var run = status(id);
    if (run.state() == State.RECEIVED || run.state() == State.CHECKED) {
      files.forget(id);
      runs.forgetCheck(id);
      runs.begin(id, State.REFUSED);
    }
  }

  public FileLook look(ImportRunId run) {
    return look(files.content(run));
  }

  private FileLook look(byte[] content) {
    try (var table = TableFile.open(content)) {
      var first = new ArrayList<TableRow>();
      var headers = table.header();
      for (var row = table.next(); row != null && first.size() < FIRST_ROWS; row = table.next()) {
        first.add(row);
      }
      return new FileLook(headers, remembered.suggest(headers), first);
    } catch (UnreadableTable e) {
      throw ImportStaging.unreadable(e);
    }
  }

  /**
   * Finds what the file would change, and changes nothing.
   *
   * @param mapping remembered for the next file; null takes what is remembered or can be guessed
   */
  public ImportRun preview(ImportRunId run, @Nullable ColumnMapping mapping) {
    return lock.during(() -> check(run, mapping));
  }

  /** As {@link #preview(ImportRunId, ColumnMapping)}, of a file that is handed in now. */
  public ImportRun preview(PersonId by, String fileName, InputStream file) {
    return preview(receive(by, fileName, file), null);
  }

  /**
   * Writes what the preview found.
   *
   * @param skipBad leave bad rows out and their people as they are; otherwise one bad row refuses
   *     all
   * @param confirmLeavers it is meant that so many leave
   */
  public ImportRun apply(ImportRunId run, boolean skipBad, boolean confirmLeavers) {
    return lock.during(() -> write(run, skipBad, confirmLeavers));
  }

  /** Receives, checks and writes in one go. */
  public ImportRun run(
      PersonId by, String fileName, InputStream file, boolean skipBad, boolean confirmLeavers) {
    var run = receive(by, fileName, file);
    return lock.during(() -> {
      for (int attempt = 1; ; attempt++) {
        check(run, null);
        try {
          return write(run, skipBad, confirmLeavers);
        } catch (ImportRefused e) {
          if (e.why() != Why.STALE || attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    });
  }

  /** Takes the last import back that changed something; see {@link ImportUndoing} for when not. */
  public ImportRun undoLast() {
    return lock.during(
        () -> undo(runs.lastApplied().orElseThrow(() -> new ImportRefused(Why.NOTHING_TO_UNDO))));
  }

  /**
   * @throws ImportRefused NOTHING_TO_UNDO also when another import came after it
   */
  public ImportRun undo(ImportRunId run) {
    return lock.during(() ->
        undo(
            runs.lastApplied()
                .filter(last -> last.id().equals(run))
                .orElseThrow(() -> new ImportRefused(Why.NOTHING_TO_UNDO))));
  }

  private ImportRun undo(ImportRun last) {
    undoing.undo(last.id(), clock.instant());
    return get(last.id());
  }

  private ImportRun check(ImportRunId id, @Nullable ColumnMapping chosen) {
    var run = get(id);
    if (run.state() == State.DONE || run.state() == State.UNDONE) {
      throw new ImportRefused(Why.NOT_CHECKED);
    }
    runs.forgetCheck(id);
    runs.begin(id, State.CHECKING);
    try {
      long version = runs.directoryVersion();
      var content = files.content(id);
      var look = look(content);
      var mapping = chosen == null ? look.suggestion() : chosen;
      refuseUnusable(look, mapping);
      staging.stage(id, content, mapping, percent -> runs.progress(id, percent * 6 / 10));
      runs.progress(id, 60);
      var columns = mapping.places(look.headers());
      checking.check(id, run.byId(), columns.containsKey(Column.MANAGER_NUMBER));
      runs.progress(id, 85);
      planning.plan(id, columns, clock.instant(), version);
      if (chosen != null) {
        remembered.remember(look.headers(), chosen);
      }
      return get(id);
    } catch (ImportRefused e) {
      runs.refused(id, State.RECEIVED, e);
      throw e;
    } catch (RuntimeException e) {
      throw failed(id, State.RECEIVED, e);
    } finally {
      staging.clear();
    }
  }

  private static void refuseUnusable(FileLook look, ColumnMapping mapping) {
    if (look.headers().isEmpty()) {
      throw new ImportRefused(Why.EMPTY);
    }
    if (!mapping.missing().isEmpty()) {
      throw new ImportRefused(Why.MISSING_COLUMN, keys(mapping.missing()));
    }
    if (!mapping.doubled().isEmpty()) {
      throw new ImportRefused(Why.DOUBLED_COLUMN, keys(mapping.doubled()));
    }
  }

  private static String keys(Iterable<Column> columns) {
    var keys = new ArrayList<String>();
    columns.forEach(column -> keys.add(column.key()));
    return keys.stream().collect(Collectors.joining(", "));
  }

  private ImportRun write(ImportRunId id, boolean skipBad, boolean confirmLeavers) {
    var run = get(id);
    if (run.state() != State.CHECKED) {
      throw new ImportRefused(Why.NOT_CHECKED);
    }
    try {
      if (run.hasBadRows() && !skipBad) {
        throw new ImportRefused(Why.BAD_ROWS, String.valueOf(run.bad()));
      }
      if (run.asksToConfirmLeavers() && !confirmLeavers) {
        throw new ImportRefused(Why.MANY_LEAVERS, String.valueOf(run.leavers()));
      }
      runs.begin(id, State.APPLYING);
      if (run.changesNothing()) {
        runs.done(id, clock.instant());
      } else {
        applying.apply(run, clock.instant(), percent -> runs.progress(id, percent));
      }
      files.forget(id);
      return get(id);
    } catch (ImportRefused e) {
      runs.refused(id, State.CHECKED, e);
      throw e;
    } catch (RuntimeException e) {
      throw failed(id, State.CHECKED, e);
    }
  }

  private ImportRefused failed(ImportRunId id, State state, RuntimeException cause) {
    LOG.error("Import {} failed; nothing was changed.", id, cause);
    var refusal = new ImportRefused(Why.FAILED);
    runs.refused(id, state, refusal);
    return refusal;
  }

  private ImportRun get(ImportRunId id) {
    return runs.find(id).orElseThrow(NotFound::new);
  }
}
