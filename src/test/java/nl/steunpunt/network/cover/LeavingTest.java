package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is away for long, or will be gone. */
class LeavingTest extends CoverWorld {
  @Autowired Mandates mandates;
  @Autowired Absences absences;

  @Test
  void whoIsAwayForLongOrEndsSoonIsNamedWithWhatItMeans() {
    var now = clock.instant();
    absences.plan(world.liam().id(), now.minusSeconds(60), now.plus(Duration.ofDays(30)));
    sql.sql("update network.mandate set ends_on = ? where id = ?")
        .param(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(20))
        .param(mandate(world.joost()))
        .update();
    var page = lead.page(COVER);
    assertThat(text(page, "inactive")).contains(world.liam().name(), "Weg tot");
    assertThat(text(page, "leaving")).contains(world.joost().name(), "Loopt af op");
  }

  private long mandate(Colleague colleague) {
    return mandates.of(colleague.id(), world.nova()).orElseThrow().id().value();
  }

  @Test
  void whoLeavesIsNamedInTimeAndSomebodyElseCanBeFound() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    sql.sql("update people.person set last_day = ? where id = ?")
        .param(today.plusDays(70))
        .param(world.joost().id().value())
        .update();
    assertThat(lead.page(COVER).select("#needs").text()).doesNotContain("gaat weg");
    sql.sql("update people.person set last_day = ? where id = ?")
        .param(today.plusDays(30))
        .param(world.joost().id().value())
        .update();
    var section =
        Objects.requireNonNull(lead.page(COVER).expectFirst("#need-leaving").closest("section"));
    assertThat(section.text()).contains(world.joost().name(), "gaat weg", "Werkt hier tot en met");
    var next = section.expectFirst("a[href*=department=" + department(world.joost()) + "]");
    assertThat(lead.get(next.attr("href"))).hasStatusOk();
    var joost = world.as(world.fatima()).page("/who-helps?person=" + world.joost().id());
    assertThat(joost.select("main").text())
        .as("colleagues see him and are told nothing of it")
        .contains(world.joost().name())
        .doesNotContain("gaat weg", "Werkt hier tot")
        .doesNotContain(dutch(today.plusDays(30)));
  }

  /**
   * Until the file says more: whoever works here by it, and should not, is nobody who leaves soon.
   */
  @Test
  void aLastDayThatHasPassedIsSaidToHavePassed() {
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    for (var day : List.of(today, today.minusDays(1))) {
      sql.sql("update people.person set last_day = ? where id = ?")
          .param(day)
          .param(world.joost().id().value())
          .update();
      var line =
          lead.page(COVER).select("section[aria-labelledby=need-leaving] li").stream()
              .filter(one -> one.text().contains(world.joost().name()))
              .findFirst()
              .orElseThrow();
      if (day.isBefore(today)) {
        assertThat(line.text())
            .contains("laatste dag is voorbij", "Werkte hier tot en met ", dutch(day))
            .doesNotContain("gaat weg", "Werkt hier");
      } else {
        assertThat(line.text()).contains("gaat weg", "Werkt hier tot en met ", dutch(day));
      }
      assertThat(line.select("a[href*=department=" + department(world.joost()) + "]")).hasSize(1);
    }
    assertThat(lead.page(COVER).select("main").text()).doesNotContain("binnenkort");
  }

  private static String dutch(LocalDate day) {
    return Moments.written("d MMM", Messages.DUTCH).format(day);
  }
}
