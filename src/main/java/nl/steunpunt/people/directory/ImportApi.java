package nl.steunpunt.people.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.directory.ImportRefused.Why;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The import of people by a program: the file, CSV or XLSX, is the body or a form's part {@code
 * file}.
 */
@RestController
class ImportApi {
  private static final int MOST_LISTED = 1_000;
  private static final int ATTEMPTS = 3;

  private final DirectoryImporting importing;
  private final ImportScreens screens;
  private final Messages messages;

  ImportApi(DirectoryImporting importing, ImportScreens screens, Messages messages) {
    this.importing = importing;
    this.screens = screens;
    this.messages = messages;
  }

  /**
   * @param line as an editor or spreadsheet numbers it
   * @param column null when the row as a whole is wrong
   */
  record Bad(int line, @Nullable String column, String reason, String value) {}

  /** A value that becomes another; null where there is none. */
  record Difference(String column, @Nullable String from, @Nullable String to) {}

  /**
   * @param line null for who is not in the file
   * @param changes empty but for who moves or returns
   */
  record Someone(
      @Nullable Integer line,
      String name,
      String email,
      String department,
      List<Difference> changes) {}

  /** The first thousand of each. */
  record Lists(List<Someone> joiners, List<Someone> movers, List<Someone> leavers) {}

  /**
   * @param dryRun nothing was changed: this is what would be
   * @param leavers also those whom the file does not name
   * @param badRows the first thousand
   */
  record Imported(
      boolean dryRun,
      int rows,
      int joiners,
      int movers,
      int leavers,
      int unchanged,
      int bad,
      List<Bad> badRows,
      Lists people) {}

  /**
   * @param skipBad leave bad rows out; otherwise one bad row refuses all
   * @param confirmLeavers it is meant that more than 5 % leave
   */
  @PostMapping("/api/v1/people/import")
  ResponseEntity<Imported> run(
      Me me,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean skipBad,
      @RequestParam(defaultValue = "false") boolean confirmLeavers,
      @RequestPart(required = false) @Nullable MultipartFile file,
      InputStream body)
      throws IOException {
    var run = importing.receive(me.id(), "API", file == null ? body : file.getInputStream());
    for (int attempt = 1; ; attempt++) {
      var checked = importing.preview(run, null);
      if (dryRun) {
        return ResponseEntity.ok(shown(checked, true));
      }
      try {
        importing.apply(run, skipBad, confirmLeavers);
        return ResponseEntity.ok(shown(checked, false));
      } catch (ImportRefused refused) {
        if (refused.why() != Why.STALE || attempt == ATTEMPTS) {
          throw new WithRows(refused, shown(checked, false));
        }
      }
    }
  }

  private Imported shown(ImportRun run, boolean dryRun) {
    return new Imported(
        dryRun,
        run.rows(),
        run.joiners(),
        run.movers(),
        run.leavers(),
        run.unchanged(),
        run.bad(),
        screens.badRows(run.id(), 0, MOST_LISTED).stream().map(ImportApi::bad).toList(),
        new Lists(
            people(run.id(), ImportList.JOINERS),
            people(run.id(), ImportList.MOVERS),
            people(run.id(), ImportList.LEAVERS)));
  }

  private static Bad bad(BadRow row) {
    var column = row.column();
    return new Bad(
        row.line(), column == null ? null : column.key(), row.reason().key(), row.value());
  }

  private List<Someone> people(ImportRunId run, ImportList list) {
    return screens.changes(run, list, 0, MOST_LISTED).stream().map(ImportApi::someone).toList();
  }

  private static Someone someone(ImportChange change) {
    var differences =
        change.kind() == ImportChange.Kind.JOIN
            ? List.<Difference>of()
            : change.differences().stream()
                .map(it -> new Difference(it.column().key(), value(it.from()), value(it.to())))
                .toList();
    return new Someone(
        change.line(), change.name(), change.email(), change.department(), differences);
  }

  private static @Nullable String value(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A refusal after the check, with what was found. */
  private static final class WithRows extends RuntimeException {
    private final ImportRefused refused;
    private final transient Imported found;

    WithRows(ImportRefused refused, Imported found) {
      super(refused.getMessage(), refused, false, false);
      this.refused = refused;
      this.found = found;
    }
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(WithRows e, HttpServletRequest request) {
    return problem(e.refused, Optional.of(e.found), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ImportRefused e, HttpServletRequest request) {
    return problem(e, Optional.empty(), request);
  }

  private ResponseEntity<ProblemDetail> problem(
      ImportRefused refused, Optional<Imported> found, HttpServletRequest request) {
    var status =
        switch (refused.why()) {
          case BUSY, STALE -> HttpStatus.CONFLICT;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case FAILED, CUT_OFF -> HttpStatus.INTERNAL_SERVER_ERROR;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var language = Pages.language(request, Pages.viewer());
    var code = "directory.refused." + refused.why().key();
    var problem =
        ProblemDetail.forStatusAndDetail(status, messages.text(language, code, refused.detail()));
    problem.setTitle(messages.text(language, "error.refused"));
    problem.setType(URI.create("about:blank"));
    problem.setProperty("code", code);
    found.ifPresent(it -> problem.setProperty("import", it));
    return ResponseEntity.status(status).body(problem);
  }
}
