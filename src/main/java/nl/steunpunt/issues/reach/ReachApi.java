package nl.steunpunt.issues.reach;

import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many are hit by an issue, where as far as it may be told, and whether it becomes more. */
@RestController
class ReachApi {
  private final ReachScreens screens;

  ReachApi(ReachScreens screens) {
    this.screens = screens;
  }

  /**
   * @param department null: those of which too few are hit to be named, together
   */
  record HitIn(@Nullable String department, int people) {}

  record NewOn(LocalDate day, int people) {}

  /**
   * @param id the issue that this number means
   * @param trend {@code rising}, {@code steady} or {@code falling}: the last seven days against the
   *     seven before, beyond chance
   * @param days who was newly hit on each of the last four weeks' days
   */
  record ReachShown(
      long id,
      int people,
      int teams,
      int constituencies,
      String trend,
      List<HitIn> places,
      List<NewOn> days) {}

  @GetMapping("/api/v1/issues/{id}/reach")
  ReachShown show(@PathVariable IssueId id) {
    var reach = screens.reach(id);
    return new ReachShown(
        reach.id(),
        reach.people(),
        reach.teams(),
        reach.constituencies(),
        reach.trend(),
        reach.places().stream().map(place -> new HitIn(place.name(), place.hit())).toList(),
        reach.days().stream().map(day -> new NewOn(day.day(), day.people())).toList());
  }
}
