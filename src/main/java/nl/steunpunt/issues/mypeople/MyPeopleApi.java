package nl.steunpunt.issues.mypeople;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.mypeople.MyPeopleScreens.Filter;
import nl.steunpunt.issues.mypeople.MyPeopleScreens.Row;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same as the page: of the people whom the reader serves now, and nobody else. */
@RestController
class MyPeopleApi {
  private final MyPeopleScreens screens;

  MyPeopleApi(MyPeopleScreens screens) {
    this.screens = screens;
  }

  /**
   * @param kind issue or question
   * @param title null: its asker does not share what was asked
   * @param next what comes next
   * @param people who asked, or said so themselves
   */
  record Stands(
      String kind,
      long id,
      @Nullable String title,
      String status,
      String next,
      List<String> people,
      int hit,
      @Nullable String text,
      @Nullable String plannedRelease,
      Instant since) {}

  /** The latest change first. */
  @GetMapping("/api/v1/my-people")
  Slice<Stands> list(
      Me me,
      @RequestParam(required = false) @Nullable Long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var found = screens.people(me.id(), filter(department, location, after), rows).rows();
    var shown = found.size() > rows ? found.subList(0, rows) : found;
    var next = found.size() > rows ? shown.getLast().since() + "_" + shown.getLast().key() : null;
    return new Slice<>(shown.stream().map(MyPeopleApi::stands).toList(), next);
  }

  private static Filter filter(@Nullable Long department, @Nullable Long location, String after) {
    if (after.isEmpty()) {
      return new Filter(null, department, location, null, "");
    }
    if (!after.matches(
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z_[iq]\\d{1,18}")) {
      throw Invalid.parameter("after", "api.after.wrong");
    }
    var parts = after.split("_", 2);
    try {
      return new Filter(null, department, location, Instant.parse(parts[0]), parts[1]);
    } catch (java.time.format.DateTimeParseException e) {
      throw Invalid.parameter("after", "api.after.wrong");
    }
  }

  private static Stands stands(Row row) {
    return new Stands(
        row.kind().word(),
        row.id(),
        row.title(),
        row.status(),
        row.next(),
        row.who(),
        row.hit(),
        row.text(),
        row.plannedRelease(),
        row.since());
  }
}
