package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;

/** What manager and lead see of a power user’s hours, and what they are asked. */
class TeamHoursTest extends HoursWorld {
  private void managedByNoor() {
    sql.sql("update people.person set manager_id = :noor where id = :fatima")
        .param("noor", world.noor().id())
        .param("fatima", world.fatima().id())
        .update();
  }

  @Test
  void theManagerSeesATotalAMonthOnceItIsAWeekOver() {
    managedByNoor();
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
    var settled = today.minusDays(7).withDayOfMonth(1);
    for (var day : List.of(settled.minusDays(1), settled.minusMonths(1), settled)) {
      sql.sql(
              """
              insert into network.work (mandate_id, person_id, day, kind, seconds, note)
              values (:m, :me, :day, 'round', 5400, 'geheim')
              """)
          .param("m", fatimas)
          .param("me", world.fatima().id())
          .param("day", day)
          .update();
    }
    var page = world.as(world.noor()).page("/team-hours");
    assertThat(page.select("section h2").eachText()).contains("Fatima El Idrissi");
    assertThat(page.select(".team-months li strong").eachText()).containsExactly("3 u 0 min");
    assertThat(page.text()).doesNotContain("geheim", "Ronde");
    assertThat(world.as(world.joost()).page("/team-hours").text()).doesNotContain("Fatima");
    assertThat(world.as(world.marieke()).page("/team-hours").text()).doesNotContain("Fatima El");
  }

  @Test
  void afterThreeWeeksOverTheManagerIsAskedAndCanProposeMoreTime() {
    managedByNoor();
    agreed();
    weeksBefore(10, 500, 500, 500);
    close();
    assertThat(mails(world.noor()))
        .contains("Heeft Fatima El Idrissi meer tijd nodig, of minder werk?");
    var noor = world.as(world.noor());
    assertThat(noor.page("/team-hours").select(".alert-warning").text())
        .contains("meer tijd, of minder werk?");
    weeksBefore(500);
    assertThat(fatima.page("/hours").text()).contains("Je leidinggevende heeft nu de vraag");
    var path = "/team-hours/" + fatimas;
    assertThat(world.as(world.joost()).post(path + "/share", "share", "30")).hasStatus(404);
    assertThat(world.as(world.joost()).post(path + "/talk")).hasStatus(404);
    assertThat(noor.post(path + "/share", "share", "99")).hasStatus(422);
    assertThat(noor.post(path + "/share", "share", "25", "words", "Maandafsluiting"))
        .hasStatus(303);
    assertThat(noor.page("/team-hours").select(".alert-warning")).isEmpty();
    var asked = fatima.page("/mandate");
    assertThat(asked.text()).contains("Noor Visser wil een ander deel");
    var version = asked.expectFirst("input[name=version]").val();
    fatima.post("/mandate/" + fatimas + "/agreement", "version", version);
    assertThat(mandates.of(world.fatima().id(), world.nova()).orElseThrow().sharePercent())
        .isEqualTo(25);
    assertThat(noor.post(path + "/talk")).hasStatus(404);
  }

  @Test
  void orTheyTalkAndTheSameThreeWeeksAreNotAskedAgain() {
    managedByNoor();
    weeksBefore(10, 500, 500, 500);
    close();
    assertThat(world.as(world.noor()).post("/team-hours/" + fatimas + "/talk")).hasStatus(303);
    assertThat(mails(world.fatima())).contains("Noor Visser wil praten over je uren");
    weeksBefore(500);
    assertThat(fatima.page("/hours").text())
        .contains("Noor Visser wil met je praten over je uren")
        .doesNotContain("Staat dat er een week later nog");
    weeksBefore(10);
    close();
    assertThat(mails(world.noor()).stream().filter(subject -> subject.startsWith("Heeft")))
        .hasSize(1);
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert-warning")).isEmpty();
  }

  @Test
  void whoStandsInIsAskedTooAndDecidesInTheManagersPlace() {
    managedByNoor();
    agreed();
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    world
        .as(world.noor())
        .post("/mandate-requests/deputies", "deputy", world.joost().email(), "until", "" + today);
    weeksBefore(10, 500, 500, 500);
    close();
    var question = "Heeft Fatima El Idrissi meer tijd nodig, of minder werk?";
    assertThat(mails(world.noor())).contains(question);
    assertThat(mails(world.joost())).contains(question);
    var share = "/team-hours/" + fatimas + "/share";
    assertThat(world.as(world.joost()).post(share, "share", "15")).hasStatus(303);
    var asked = fatima.page("/mandate").expectFirst("input[name=version]").val();
    fatima.post("/mandate/" + fatimas + "/agreement", "version", asked);
    assertThat(world.as(world.noor()).page("/mandate-requests/" + fatimas).text())
        .as("it is hers when he no longer stands in")
        .contains("Akkoord van " + world.noor().name());
  }

  @Test
  void theManagerIsNotAskedBeforeTheWeekCouldBePutRight() {
    managedByNoor();
    weeksBefore(500, 500, 500, 10);
    close();
    assertThat(mails(world.noor())).noneMatch(subject -> subject.startsWith("Heeft"));
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert-warning")).isEmpty();
  }

  @Test
  void underUseIsToldToMeAloneAsAQuestion() {
    managedByNoor();
    weeksBefore(10, 20, 30);
    assertThat(fatima.page("/hours").text()).contains("Klopt dat?", "Alleen jij ziet dit");
    close();
    assertThat(mails(world.noor())).noneMatch(subject -> subject.contains("Fatima"));
    assertThat(world.as(world.noor()).page("/team-hours").select(".alert")).isEmpty();
  }

  @Test
  void theLeadSeesThatIAskForATalkAndNothingOfMyHours() {
    enter(fatima, "700");
    fatima.post("/hours/talk", "mandate", fatimas.toString());
    var lead = world.as(world.marieke());
    assertThat(lead.page("/network/mandates").text()).contains("Vraagt een gesprek");
    var one = lead.page("/network/mandates/" + fatimas).text();
    assertThat(one)
        .contains("Fatima El Idrissi vraagt een gesprek")
        .doesNotContain("11 u 40 min", "700");
    fatima.post("/hours/talk/withdrawal", "mandate", fatimas.toString());
    assertThat(lead.page("/network/mandates").text()).doesNotContain("Vraagt een gesprek");
  }

  private void agreed() {
    sql.sql(
            "update network.mandate set stage = 'agreed', state = 'active', asked_share = null, due_at = null where id = :m")
        .param("m", fatimas)
        .update();
  }

  private List<String> mails(Colleague to) {
    return sql.sql("select subject from platform.mail where recipient = :to")
        .param("to", to.email())
        .query(String.class)
        .list();
  }
}
