package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deputy's open page of their people hears when they begin to stand in, and when that ends. */
@SteunpuntTest
class StandingInNewsTest {
  @Autowired World world;
  @Autowired Absences absences;
  @Autowired StandingInNews news;
  @Autowired Clock clock;

  @Test
  void ofAnAbsenceThatBeginsNowAtOnce() {
    var now = clock.instant();
    var fatima = world.fatima().id();
    absences.plan(fatima, now, now.plus(Duration.ofDays(1)));
    assertThat(world.renewals(world.joost())).as("her deputy").isOne();
    assertThat(world.renewals(world.liam())).as("who never stands in for her").isZero();
    absences.back(fatima, clock.instant());
    assertThat(world.renewals(world.joost())).isEqualTo(2);
  }

  @Test
  void ofOneThatWasPlannedWhenItBeginsAndEnds() {
    var now = clock.instant();
    var from = now.plus(Duration.ofHours(1));
    var until = now.plus(Duration.ofHours(2));
    news.fireDue(now);
    absences.plan(world.fatima().id(), from, until);
    assertThat(world.renewals(world.joost())).isZero();
    news.fireDue(from);
    assertThat(world.renewals(world.joost())).as("it has begun").isOne();
    news.fireDue(from.plusSeconds(1));
    assertThat(world.renewals(world.joost())).isOne();
    news.fireDue(until);
    assertThat(world.renewals(world.joost())).as("it is over").isEqualTo(2);
  }
}
