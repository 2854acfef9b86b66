package nl.steunpunt.helpdesk.history;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.measure.Middle;
import nl.steunpunt.platform.measure.Range;
import nl.steunpunt.platform.measure.Share;
import nl.steunpunt.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The helpdesk's history by a program: the file, CSV or that zipped with gzip, is the body or a
 * form's part {@code file}.
 */
@RestController
@RequestMapping("/api/v1/imports")
class HistoryApi {
  private static final int MOST_LISTED = 1_000;

  private final HistoryImporting importing;
  private final HistoryRuns runs;
  private final HistoryScreens screens;
  private final Messages messages;

  HistoryApi(
      HistoryImporting importing, HistoryRuns runs, HistoryScreens screens, Messages messages) {
    this.importing = importing;
    this.runs = runs;
    this.screens = screens;
    this.messages = messages;
  }

  /**
   * @param column null when the row as a whole is wrong
   */
  record Bad(int line, @Nullable String column, String reason, String value) {}

  /**
   * @param columns what each column of the file was taken for, in its order; empty: left out
   * @param tickets rows folded by their number
   * @param known of these, in an earlier import too: the later one counts
   * @param bad rows that are left out
   * @param badRows the first thousand; empty in a list
   */
  record Imported(
      long id,
      String file,
      String state,
      List<String> columns,
      int rows,
      int tickets,
      int known,
      int bad,
      List<Bad> badRows,
      @Nullable Instant firstOpened,
      @Nullable Instant lastOpened,
      Instant receivedAt) {}

  /** Where it lies with 95 % confidence. */
  record Between(double low, double high) {}

  /**
   * @param among tickets of which it is known
   */
  record Minutes(double median, Between range, long among) {}

  record Portion(double share, Between range, long among) {}

  record Week(LocalDate week, boolean baseline, long tickets) {}

  /**
   * @param name null: all that is not named
   * @param range of {@code perWeek}
   */
  record Part(@Nullable String name, long tickets, double perWeek, Between range, Portion share) {}

  /**
   * @param isBaseline false: {@code reason} says why these weeks are none
   * @param weeks that the imports cover whole
   */
  record BaselineShown(
      boolean isBaseline,
      @Nullable String reason,
      List<Week> weeks,
      @Nullable Double ticketsPerWeek,
      @Nullable Between range,
      @Nullable Minutes openedToSolved,
      @Nullable Minutes workedOn,
      @Nullable Portion firstContact,
      List<Part> categories,
      List<Part> topics,
      List<Part> places) {}

  /**
   * @param columns keys with commas between, in the file's order; left out: guessed
   * @param order of the day and the month in dates: left out: guessed
   */
  @PostMapping
  ResponseEntity<Imported> run(
      Me me,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean skipBad,
      @RequestParam(required = false) @Nullable String columns,
      @RequestParam(required = false) @Nullable String order,
      @RequestPart(required = false) @Nullable MultipartFile file,
      InputStream body)
      throws IOException {
    var run = importing.receive(me.id(), "API", file == null ? body : file.getInputStream());
    var checked = importing.check(run, mapping(run, columns, order));
    if (dryRun) {
      var found = shown(checked, true);
      importing.discard(run);
      return ResponseEntity.ok(found);
    }
    try {
      var done = shown(importing.apply(run, skipBad), true);
      return ResponseEntity.created(URI.create("/api/v1/imports/" + run)).body(done);
    } catch (HistoryRefused refused) {
      throw new WithRows(refused, shown(checked, true));
    }
  }

  private @Nullable HistoryMapping mapping(
      HistoryRunId run, @Nullable String columns, @Nullable String order) {
    if (columns == null && order == null) {
      return null;
    }
    var guessed = importing.look(importing.status(run)).mapping();
    var dates = order == null ? guessed.order() : DateOrder.named(order);
    if (columns == null) {
      return new HistoryMapping(guessed.columns(), dates);
    }
    for (var key : columns.split(",", -1)) {
      if (!key.isBlank() && HistoryMapping.named(key) == null) {
        throw Invalid.parameter("columns", "history.api.column", key);
      }
    }
    return HistoryMapping.of(columns, dates);
  }

  @GetMapping
  Slice<Imported> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    int most = Slice.limit(limit);
    var found =
        runs.latest(Slice.after(after), most + 1).stream().map(run -> shown(run, false)).toList();
    return Slice.of(found, most, Imported::id);
  }

  @GetMapping("/{id}")
  Imported one(@PathVariable HistoryRunId id) {
    return shown(importing.status(id), true);
  }

  @PostMapping("/{id}/undoing")
  Imported undo(@PathVariable HistoryRunId id) {
    importing.status(id);
    return shown(importing.undo(id), true);
  }

  @GetMapping("/baseline")
  BaselineShown baseline(Me me) {
    var baseline = screens.overview().baseline();
    var weeks =
        baseline.weeks().stream()
            .map(week -> new Week(week.week(), week.baseline(), week.tickets()))
            .toList();
    if (!baseline.isThere()) {
      var reason = reason(baseline, me.locale());
      return new BaselineShown(
          false, reason, weeks, null, null, null, null, null, List.of(), List.of(), List.of());
    }
    var all = baseline.all();
    var load = baseline.load();
    return new BaselineShown(
        true,
        null,
        weeks,
        load.mean(),
        between(load.range()),
        minutes(all.elapsed()),
        minutes(all.workedOn()),
        portion(all.firstContact()),
        parts(baseline, "category"),
        parts(baseline, "topic"),
        parts(baseline, "place"));
  }

  private String reason(Baseline baseline, Locale language) {
    return baseline.isEmpty()
        ? messages.text(language, "history.baseline.none")
        : messages.text(
            language,
            "history.baseline.short",
            baseline.days(),
            baseline.firstDay().toString(),
            baseline.lastDay().toString(),
            baseline.load().weeks());
  }

  private static @Nullable Between between(@Nullable Range range) {
    return range == null ? null : new Between(range.low(), range.high());
  }

  private static @Nullable Minutes minutes(Middle middle) {
    return middle.isKnown()
        ? new Minutes(middle.median(), new Between(middle.low(), middle.high()), middle.among())
        : null;
  }

  private static @Nullable Portion portion(Share share) {
    var range = share.range();
    return range == null
        ? null
        : new Portion(share.value(), new Between(range.low(), range.high()), share.among());
  }

  private static List<Part> parts(Baseline baseline, String dimension) {
    return baseline.lines(dimension).stream()
        .map(line -> {
          var share = Objects.requireNonNull(portion(line.share()));
          var range = Objects.requireNonNull(between(line.weekly().range()));
          return new Part(line.name(), line.share().of(), line.weekly().mean(), range, share);
        })
        .toList();
  }

  private Imported shown(HistoryRun run, boolean withRows) {
    var columns = run.columns() == null ? List.<String>of() : List.of(run.columns().split(",", -1));
    var bad =
        withRows && run.hasBadRows()
            ? screens.bad(run.id(), 0, MOST_LISTED).stream().map(HistoryApi::bad).toList()
            : List.<Bad>of();
    return new Imported(
        run.id().value(),
        run.fileName(),
        run.state().name().toLowerCase(Locale.ROOT),
        columns,
        run.rows(),
        run.tickets(),
        run.known(),
        run.bad(),
        bad,
        run.firstOpened(),
        run.lastOpened(),
        run.receivedAt());
  }

  private static Bad bad(BadLine line) {
    var column = line.column();
    return new Bad(
        line.line(), column == null ? null : column.key(), line.reason().key(), line.value());
  }

  /** A refusal after the check, with what was found. */
  private static final class WithRows extends RuntimeException {
    private final HistoryRefused refused;
    private final transient Imported found;

    WithRows(HistoryRefused refused, Imported found) {
      super(refused.getMessage(), refused, false, false);
      this.refused = refused;
      this.found = found;
    }
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(WithRows e, HttpServletRequest request) {
    return problem(e.refused, e.found, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(HistoryRefused e, HttpServletRequest request) {
    return problem(e, null, request);
  }

  private ResponseEntity<ProblemDetail> problem(
      HistoryRefused refused, @Nullable Imported found, HttpServletRequest request) {
    var status = status(refused.why());
    var language = Pages.language(request, Pages.viewer());
    var code = "history.refused." + refused.why().key();
    var problem =
        ProblemDetail.forStatusAndDetail(status, messages.text(language, code, refused.detail()));
    problem.setTitle(messages.text(language, "error.refused"));
    problem.setType(URI.create("about:blank"));
    problem.setProperty("code", code);
    if (found != null) {
      problem.setProperty("import", found);
    }
    return ResponseEntity.status(status).body(problem);
  }

  private static HttpStatus status(Why why) {
    return switch (why) {
      case BUSY, NOT_CHECKED, NOTHING_TO_UNDO -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case FAILED, CUT_OFF -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
