package nl.steunpunt.network.hours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The client's own hours, and nobody else's. */
@RestController
class HoursApi {
  record WeekShown(String week, LocalDate from, LocalDate until, List<MandateHours> items) {}

  /**
   * @param system its key
   * @param agreedMinutes null: the contract has no fixed hours, or the client was away all week
   */
  record MandateHours(
      long mandate,
      String system,
      int minutes,
      @Nullable Integer agreedMinutes,
      boolean spent,
      List<DayShown> days) {}

  record DayShown(LocalDate day, int minutes, boolean absent, List<PieceShown> pieces) {}

  record PieceShown(
      long id,
      String kind,
      @Nullable Long subject,
      int minutes,
      int computedMinutes,
      String note) {}

  private final HoursScreens screens;
  private final Clock clock;

  HoursApi(HoursScreens screens, Clock clock) {
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/api/v1/hours")
  WeekShown mine(Me me, @RequestParam(required = false) @Nullable String week) {
    var asked =
        week == null
            ? Week.at(clock.instant())
            : Week.parse(week).orElseThrow(() -> Invalid.parameter("week", "hours.refused.week"));
    return new WeekShown(
        asked.word(),
        asked.monday(),
        asked.sunday(),
        screens.of(me.id(), asked).stream().map(HoursApi::shown).toList());
  }

  private static MandateHours shown(MyWeek mine) {
    return new MandateHours(
        mine.mandate(),
        mine.system(),
        mine.minutes(),
        mine.agreed(),
        mine.isSpent(),
        mine.days().stream()
            .map(day ->
                new DayShown(
                    day.day(),
                    day.minutes(),
                    day.absent(),
                    day.pieces().stream()
                        .map(piece ->
                            new PieceShown(
                                piece.id(),
                                piece.kind().word(),
                                piece.subject(),
                                piece.minutes(),
                                piece.computed(),
                                piece.note()))
                        .toList()))
            .toList());
  }
}
