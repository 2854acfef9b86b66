package nl.steunpunt.support.availability;

import java.time.Clock;
import nl.steunpunt.network.AbsencePlanned;
import nl.steunpunt.support.question.QuestionHanding;
import nl.steunpunt.support.question.QuestionHanding.Which;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever goes away now leaves nobody waiting: what they had not taken up goes on at once, in the
 * same transaction. When an absence begins that was planned before, silence moves it on.
 */
@Component
class HandingWhenAway {
  private final QuestionHanding handing;
  private final Clock clock;

  HandingWhenAway(QuestionHanding handing, Clock clock) {
    this.handing = handing;
    this.clock = clock;
  }

  @EventListener
  void on(AbsencePlanned absence) {
    var now = clock.instant();
    if (!absence.from().isAfter(now) && absence.until().isAfter(now)) {
      handing.hand(absence.person(), Which.UNTAKEN);
    }
  }
}
