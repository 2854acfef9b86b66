package nl.steunpunt.people.directory;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.directory.ImportRun.State;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class ImportController {

  private static final String START = "people/directory/import";
  private static final String RUN = "people/directory/import-run";
  private static final int SHOWN_RUNS = 10;
  private static final int PER_PAGE = 50;

  private final DirectoryImporting importing;
  private final ImportWork work;
  private final ImportRuns runs;
  private final ImportScreens screens;

  ImportController(
      DirectoryImporting importing, ImportWork work, ImportRuns runs, ImportScreens screens) {
    this.importing = importing;
    this.work = work;
    this.runs = runs;
    this.screens = screens;
  }

  public record StartPage(List<ImportRun> runs, List<FieldError> errors) {}

  /**
   * @param look while its columns are to be chosen
   * @param list which list is shown
   * @param page of that list, from 0
   * @param canUndo it is the last import that changed something
   */
  public record RunPage(
      ImportRun run,
      @Nullable FileLook look,
      ImportList list,
      int page,
      boolean hasMore,
      List<ImportChange> changes,
      List<BadRow> badRows,
      boolean canUndo,
      List<FieldError> errors) {

    /** The header at this place is taken for this column. */
    public boolean isTakenFor(String header, Column column) {
      return look != null && look.suggestion().byHeader().get(header) == column;
    }

    public String address() {
      return "/admin/import/" + run.id();
    }
  }

  @GetMapping("/admin/import")
  ModelAndView start() {
    return Reply.page(START, new StartPage(runs.latest(SHOWN_RUNS), List.of()));
  }

  @PostMapping("/admin/import")
  ModelAndView receive(Me me, @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return again(FieldError.of("file", "import.no_file"));
    }
    var name = file.getOriginalFilename();
    try (var content = file.getInputStream()) {
      return columns(importing.receive(me.id(), name == null ? "" : name, content));
    } catch (ImportRefused e) {
      return again(error("file", e));
    }
  }

  /** On to its columns, if it is a table at all. */
  private ModelAndView columns(ImportRunId run) {
    try {
      if (importing.look(run).headers().isEmpty()) {
        throw new ImportRefused(ImportRefused.Why.EMPTY);
      }
      return Reply.to("/admin/import/" + run);
    } catch (ImportRefused e) {
      importing.discard(run);
      throw e;
    }
  }

  private ModelAndView again(FieldError error) {
    return Reply.again(START, new StartPage(runs.latest(SHOWN_RUNS), List.of(error)));
  }

  @GetMapping("/admin/import/{run}")
  ModelAndView show(
      @PathVariable ImportRunId run,
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean columns) {
    var status = importing.status(run);
    boolean choosing =
        status.state() == State.RECEIVED || status.state() == State.CHECKED && columns;
    return Reply.page(
        RUN, page(status, choosing, ImportList.named(list), Math.max(0, page), List.of()));
  }

  /** Checks the file under these columns. */
  @PostMapping("/admin/import/{run}/preview")
  ModelAndView preview(@PathVariable ImportRunId run, @RequestParam Map<String, String> form) {
    var status = importing.status(run);
    var mapping = mapping(importing.look(run), form);
    if (!mapping.missing().isEmpty() || !mapping.doubled().isEmpty()) {
      var missing = !mapping.missing().isEmpty();
      var first = (missing ? mapping.missing() : mapping.doubled()).iterator().next();
      var error =
          FieldError.of(
              "header-0",
              missing ? "import.missing." + first.key() : "import.doubled." + first.key());
      return Reply.again(RUN, page(status, true, null, 0, List.of(error)));
    }
    work.start(status, () -> importing.preview(run, mapping));
    return Reply.to("/admin/import/" + run);
  }

  private static ColumnMapping mapping(FileLook look, Map<String, String> form) {
    var byHeader = new LinkedHashMap<String, Column>();
    for (int i = 0; i < look.headers().size(); i++) {
      var key = form.getOrDefault("header-" + i, "");
      for (var column : Column.values()) {
        if (column.key().equals(key)) {
          byHeader.put(look.headers().get(i), column);
        }
      }
    }
    return new ColumnMapping(byHeader);
  }

  @PostMapping("/admin/import/{run}/application")
  ModelAndView apply(
      @PathVariable ImportRunId run,
      @RequestParam(defaultValue = "false") boolean skipBad,
      @RequestParam(defaultValue = "false") boolean confirmLeavers) {
    var status = importing.status(run);
    work.start(status, () -> importing.apply(run, skipBad, confirmLeavers));
    return Reply.to("/admin/import/" + run);
  }

  @PostMapping("/admin/import/{run}/undoing")
  ModelAndView undo(@PathVariable ImportRunId run) {
    try {
      importing.undo(run);
      return Reply.to("/admin/import/" + run);
    } catch (ImportRefused e) {
      var status = importing.status(run);
      return Reply.again(RUN, page(status, false, null, 0, List.of(error("undo", e))));
    }
  }

  @PostMapping("/admin/import/{run}/removal")
  ModelAndView discard(@PathVariable ImportRunId run) {
    importing.discard(run);
    return Reply.to("/admin/import", "import.discarded");
  }

  private RunPage page(
      ImportRun run,
      boolean choosing,
      @Nullable ImportList wished,
      int page,
      List<FieldError> errors) {
    var list = wished == null ? firstFilled(run) : wished;
    var hasLists = run.state() == State.CHECKED || run.state() == State.DONE;
    int from = page * PER_PAGE;
    List<ImportChange> changes =
        hasLists && list != ImportList.BAD
            ? screens.changes(run.id(), list, from, PER_PAGE + 1)
            : List.of();
    List<BadRow> bad =
        hasLists && list == ImportList.BAD
            ? screens.badRows(run.id(), from, PER_PAGE + 1)
            : List.of();
    return new RunPage(
        run,
        choosing ? importing.look(run.id()) : null,
        list,
        page,
        changes.size() + bad.size() > PER_PAGE,
        changes.stream().limit(PER_PAGE).toList(),
        bad.stream().limit(PER_PAGE).toList(),
        run.state() == State.DONE
            && runs.lastApplied().filter(last -> last.id().equals(run.id())).isPresent(),
        errors);
  }

  /** What needs attention first: bad rows, then who leaves. */
  private static ImportList firstFilled(ImportRun run) {
    return List.of(ImportList.BAD, ImportList.LEAVERS, ImportList.MOVERS).stream()
        .filter(list -> list.count(run) > 0)
        .findFirst()
        .orElse(ImportList.JOINERS);
  }

  private static FieldError error(String field, ImportRefused refused) {
    return FieldError.of(field, "directory.refused." + refused.why().key(), refused.detail());
  }
}
