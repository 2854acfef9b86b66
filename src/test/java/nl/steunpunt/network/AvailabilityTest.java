package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.steunpunt.network.Absences.Absence;
import nl.steunpunt.network.Presence.Seen;
import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AvailabilityTest extends NetworkTest {

  @Autowired Absences absences;
  @Autowired Fullness fullness;
  @Autowired Presence presence;

  private PersonId fatima;
  private PersonId piet;

  @BeforeEach
  void people() {
    fatima = person("Fatima", finance);
    piet = person("Piet", finance);
  }

  @Test
  void absentFromTheFirstMomentUntilTheLastButNotAtIt() {
    absences.plan(fatima, in(10), in(20));
    assertThat(absences.isAbsent(fatima, in(9))).isFalse();
    assertThat(absences.isAbsent(fatima, in(10))).isTrue();
    assertThat(absences.isAbsent(fatima, in(19))).isTrue();
    assertThat(absences.isAbsent(fatima, in(20))).isFalse();
    assertThat(absences.isAbsent(piet, in(10))).isFalse();
  }

  @Test
  void aNewPlanReplacesWhatItOverlapsAndNothingElse() {
    absences.plan(fatima, in(10), in(20));
    absences.plan(fatima, in(40), in(50));
    absences.plan(fatima, in(15), in(30));
    absences.plan(fatima, in(30), in(40));
    assertThat(absences.ahead(fatima, NOW))
        .containsExactly(
            new Absence(fatima, in(15), in(30)),
            new Absence(fatima, in(30), in(40)),
            new Absence(fatima, in(40), in(50)));
    assertThatThrownBy(() -> absences.plan(fatima, in(5), in(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void backEarlierEndsWhatHasBegunAndLeavesWhatIsPlanned() {
    absences.plan(fatima, in(0), in(20));
    absences.plan(fatima, in(40), in(50));
    absences.back(fatima, in(5));
    assertThat(absences.isAbsent(fatima, in(5))).isFalse();
    assertThat(absences.isAbsent(fatima, in(4))).isTrue();
    assertThat(absences.ahead(fatima, in(5))).containsExactly(new Absence(fatima, in(40), in(50)));
    absences.back(fatima, in(40));
    absences.cancel(fatima, in(60));
    assertThat(absences.ahead(fatima, in(5))).isEmpty();
  }

  @Test
  void fullEndsByItselfOrAtOnce() {
    fullness.full(fatima, in(10));
    fullness.full(fatima, in(30));
    assertThat(fullness.until(fatima, in(29))).contains(in(30));
    assertThat(fullness.until(fatima, in(30))).isEmpty();
    fullness.roomAgain(fatima);
    assertThat(fullness.until(fatima, in(0))).isEmpty();
  }

  @Test
  void whoWasSeenIsPresentForAMinute() {
    presence.seen(
        List.of(new Seen(piet, null), new Seen(fatima, null), new Seen(fatima, "question-7")), NOW);
    assertThat(presence.presentAmong(List.of(fatima, piet, lead), NOW.plusSeconds(59)))
        .isEqualTo(Set.of(fatima, piet));
    assertThat(presence.presentAmong(List.of(fatima, piet), NOW.plusSeconds(60))).isEmpty();
    assertThat(presence.isLookingAt(fatima, "question-7", NOW.plusSeconds(59))).isTrue();
    assertThat(presence.isLookingAt(fatima, "question-7", NOW.plusSeconds(60))).isFalse();
    assertThat(presence.isLookingAt(piet, "question-7", NOW)).isFalse();
  }

  @Test
  void aSlowNodeDoesNotTurnPresenceBack() {
    presence.seen(List.of(new Seen(fatima, "question-7")), NOW);
    presence.seen(List.of(new Seen(fatima, null)), NOW.minusSeconds(50));
    assertThat(presence.presentAmong(List.of(fatima), NOW.plusSeconds(59))).containsExactly(fatima);
    presence.gone(fatima);
    assertThat(presence.presentAmong(List.of(fatima), NOW)).isEmpty();
    presence.seen(List.of(), NOW);
  }

  private static Instant in(long minutes) {
    return NOW.plusSeconds(60 * minutes);
  }
}
