package nl.steunpunt.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** My absence. Why is nobody's business: there is no member for it. */
@RestController
class AbsenceApi {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Absences absences;
  private final Clock clock;

  AbsenceApi(Absences absences, Clock clock) {
    this.absences = absences;
    this.clock = clock;
  }

  /**
   * @param from left out: now
   * @param until left out: I am back, what had begun ends now
   */
  record Wish(@Nullable Instant from, @Nullable Instant until) {}

  record Away(Instant from, Instant until) {}

  record Planned(List<Away> items) {}

  /** Answers with what is planned from now on. */
  @PutMapping("/api/v1/absence")
  Planned plan(Me me, @RequestBody Wish wish) {
    var now = clock.instant();
    var from = wish.from == null ? now : wish.from;
    if (wish.until == null) {
      absences.back(me.id(), now);
    } else {
      var members = new Members();
      if (!wish.until.isAfter(from) || !wish.until.isAfter(now)) {
        members.wrong("/until", "absence.refused.until");
      } else if (Duration.between(from, wish.until).compareTo(LONGEST) > 0) {
        members.wrong("/until", "absence.refused.too_long");
      }
      members.check();
      absences.plan(me.id(), from, wish.until);
    }
    return new Planned(
        absences.ahead(me.id(), now).stream()
            .map(one -> new Away(one.fromAt(), one.untilAt()))
            .toList());
  }
}
