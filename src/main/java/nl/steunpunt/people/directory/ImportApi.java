package nl.steunpunt.people.directory;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The import of people by a program: the file is the body, CSV or XLSX. */
@RestController
class ImportApi {
  private static final int MOST_BAD_ROWS = 1_000;
  private static final int ATTEMPTS = 3;

  private final DirectoryImporting importing;
  private final JdbcClient sql;
  private final Messages messages;

  ImportApi(DirectoryImporting importing, JdbcClient sql, Messages messages) {
    this.importing = importing;
    this.sql = sql;
    this.messages = messages;
  }

  /**
   * @param line as an editor or spreadsheet numbers it
   * @param column null when the row as a whole is wrong
   */
  record Bad(int line, @Nullable String column, String reason, String value) {}

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
      List<Bad> badRows) {}

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
      InputStream file) {
    var run = importing.receive(me.id(), "API", file);
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
        badRows(run.id()));
  }

  private List<Bad> badRows(ImportRunId run) {
    return sql.sql(
            """
            select line, column_name as "column", reason, value from people.import_bad_row
             where run_id = :run order by line, column_name limit :rows
            """)
        .param("run", run)
        .param("rows", MOST_BAD_ROWS)
        .query(Bad.class)
        .list();
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
