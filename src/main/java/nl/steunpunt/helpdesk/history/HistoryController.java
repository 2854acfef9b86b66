package nl.steunpunt.helpdesk.history;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.helpdesk.history.HistoryRun.State;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LargeUpload;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class HistoryController {
  private static final String PATH = "/helpdesk-history";
  private static final String START = "helpdesk/history/start";
  private static final String RUN = "helpdesk/history/run";
  private static final int SHOWN_TICKETS = 8;
  private static final int PER_PAGE = 50;
  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2200;

  private final HistoryImporting importing;
  private final HistoryWork work;
  private final HistoryScreens screens;
  private final HistoryCounting counting;
  private final HistoryLock lock;
  private final Settings settings;

  HistoryController(
      HistoryImporting importing,
      HistoryWork work,
      HistoryScreens screens,
      HistoryCounting counting,
      HistoryLock lock,
      Settings settings) {
    this.importing = importing;
    this.work = work;
    this.screens = screens;
    this.counting = counting;
    this.lock = lock;
    this.settings = settings;
  }

  /**
   * @param until as it was typed, or is set; empty: the first question decides
   */
  public record StartPage(
      List<HistoryScreens.Run> runs,
      Baseline baseline,
      String until,
      boolean fromAdmin,
      List<FieldError> errors) {}

  /**
   * @param look while its columns are to be chosen
   * @param bad from the line that was asked for
   * @param next the line after which the next page of bad rows begins; null: there is none
   */
  public record RunPage(
      HistoryRun run,
      HistoryImporting.@Nullable Look look,
      List<HistoryScreens.Ticket> tickets,
      List<BadLine> bad,
      @Nullable Integer next,
      List<FieldError> errors) {

    public String address() {
      return PATH + "/" + run.id();
    }

    /** The column at this place is taken for this. */
    public boolean isTakenFor(int place, HistoryColumn column) {
      return look != null && look.mapping().columns().get(place) == column;
    }

    public boolean isInOrder(DateOrder order) {
      return look != null && look.mapping().order() == order;
    }

    /** What stands in the first rows of that column; of one that is left out nothing is shown. */
    public List<String> samples(int place) {
      return look == null
          ? List.of()
          : look.firstRows().stream().map(row -> row.get(place)).distinct().toList();
    }
  }

  @GetMapping(PATH)
  ModelAndView start(Me me) {
    return Reply.page(START, page(me, until(), List.of()));
  }

  private String until() {
    var chosen =
        settings.get(BaselineSettings.SETTING, BaselineSettings.class, BaselineSettings.USUAL);
    return chosen.until() == null ? "" : chosen.until().toString();
  }

  private StartPage page(Me me, String until, List<FieldError> errors) {
    var overview = screens.overview();
    return new StartPage(
        overview.runs(), overview.baseline(), until, me.has("administrator"), errors);
  }

  @PostMapping(PATH)
  ModelAndView receive(Me me, @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    var name = file == null ? null : file.getOriginalFilename();
    if (file == null || file.isEmpty()) {
      var chosen = name != null && !name.isEmpty();
      return again(
          me,
          chosen
              ? error("file", new HistoryRefused(Why.EMPTY))
              : FieldError.of("file", "history.no_file"));
    }
    try (var content = file.getInputStream()) {
      var run = importing.receive(me.id(), name == null ? "" : name, content);
      return Reply.to(PATH + "/" + run);
    } catch (HistoryRefused e) {
      return again(me, error("file", e));
    }
  }

  private ModelAndView again(Me me, FieldError error) {
    return Reply.again(START, page(me, until(), List.of(error)));
  }

  /** Until when the weeks are the baseline; empty: until the first question that was asked here. */
  @PostMapping(PATH + "/baseline")
  ModelAndView until(Me me, @RequestParam(defaultValue = "") String until) {
    try {
      var day = until.isBlank() ? null : day(until.strip());
      var monday =
          day == null ? null : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return lock.during(() -> {
        settings.put(BaselineSettings.SETTING, new BaselineSettings(monday));
        counting.again();
        return Reply.to(PATH, "history.until.saved");
      });
    } catch (HistoryRefused busy) {
      return Reply.again(START, page(me, until, List.of(error("until", busy))));
    } catch (DateTimeParseException e) {
      var error = FieldError.of("until", "history.until.wrong");
      return Reply.again(START, page(me, until, List.of(error)));
    }
  }

  private static LocalDate day(String typed) {
    var day = LocalDate.parse(typed);
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new DateTimeParseException("no year of a baseline", typed, 0);
    }
    return day;
  }

  @GetMapping(PATH + "/{run}")
  ModelAndView show(
      @PathVariable HistoryRunId run,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "false") boolean columns) {
    var status = importing.status(run);
    return Reply.page(RUN, page(status, columns, after, List.of()));
  }

  private RunPage page(HistoryRun run, boolean columns, int after, List<FieldError> errors) {
    var mayChoose = run.state() == State.RECEIVED || run.state() == State.CHECKED && columns;
    var choosing = mayChoose && importing.hasFile(run);
    var found = run.state() == State.CHECKED || run.state() == State.DONE;
    var bad =
        found && run.hasBadRows() ? screens.bad(run.id(), after, PER_PAGE + 1) : List.<BadLine>of();
    var more = bad.size() > PER_PAGE;
    return new RunPage(
        run,
        choosing ? importing.look(run) : null,
        found ? screens.tickets(run.id(), SHOWN_TICKETS) : List.of(),
        more ? bad.subList(0, PER_PAGE) : bad,
        more ? Integer.valueOf(bad.get(PER_PAGE - 1).line()) : null,
        errors);
  }

  /** Reads the file under these columns: a dry run. */
  @PostMapping(PATH + "/{run}/check")
  ModelAndView check(@PathVariable HistoryRunId run, @RequestParam Map<String, String> form) {
    var status = importing.status(run);
    var mayCheck = status.state() == State.RECEIVED || status.state() == State.CHECKED;
    if (!mayCheck || !importing.hasFile(status)) {
      return Reply.to(PATH + "/" + run);
    }
    var look = importing.look(status);
    var mapping = mapping(look.headers().size(), form);
    if (!mapping.missing().isEmpty() || !mapping.doubled().isEmpty()) {
      var missing = mapping.missing().isEmpty() ? mapping.doubled() : mapping.missing();
      var key = mapping.missing().isEmpty() ? "history.doubled." : "history.missing.";
      var error = FieldError.of("column-0", key + first(missing).key());
      var typed =
          new HistoryImporting.Look(look.headers(), mapping, look.firstRows(), look.unreadable());
      return Reply.again(
          RUN, new RunPage(status, typed, List.of(), List.of(), null, List.of(error)));
    }
    work.start(status, () -> importing.check(run, mapping));
    return Reply.to(PATH + "/" + run);
  }

  private static HistoryColumn first(Set<HistoryColumn> columns) {
    return columns.iterator().next();
  }

  private static HistoryMapping mapping(int width, Map<String, String> form) {
    var columns = new ArrayList<@Nullable HistoryColumn>();
    for (int i = 0; i < width; i++) {
      columns.add(HistoryMapping.named(form.getOrDefault("column-" + i, "")));
    }
    return new HistoryMapping(columns, DateOrder.named(form.getOrDefault("order", "")));
  }

  @PostMapping(PATH + "/{run}/application")
  ModelAndView apply(
      @PathVariable HistoryRunId run, @RequestParam(defaultValue = "false") boolean skipBad) {
    var status = importing.status(run);
    work.start(status, () -> importing.apply(run, skipBad));
    return Reply.to(PATH + "/" + run);
  }

  @PostMapping(PATH + "/{run}/undoing")
  ModelAndView undo(@PathVariable HistoryRunId run) {
    var status = importing.status(run);
    try {
      importing.undo(run);
      return Reply.to(PATH, "history.undone.said", status.fileName());
    } catch (HistoryRefused e) {
      return Reply.again(RUN, page(status, false, 0, List.of(error("undo", e))));
    }
  }

  @PostMapping(PATH + "/{run}/removal")
  ModelAndView discard(@PathVariable HistoryRunId run) {
    importing.discard(run);
    return Reply.to(PATH, "history.discarded");
  }

  private static FieldError error(String field, HistoryRefused refused) {
    return FieldError.of(field, "history.refused." + refused.why().key(), refused.detail());
  }

  @Bean
  static AdminEntry historyEntry() {
    return new AdminEntry(33, PATH, "desk", "history.title", "history.lead");
  }

  @Bean
  static LargeUpload historyUpload() {
    return new LargeUpload(PATH, HistoryFiles.MOST_BYTES, Set.of("administrator", "network_lead"));
  }
}
