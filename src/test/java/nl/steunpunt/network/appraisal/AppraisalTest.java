package nl.steunpunt.network.appraisal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SteunpuntTest
class AppraisalTest {
  private static final String MINE = "Elke ochtend loop ik een ronde";

  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;
  Browser fatima;
  String address = "";

  @BeforeEach
  void fatimasMandate() {
    MandateId id = mandates.of(world.fatima().id(), world.nova()).orElseThrow().id();
    fatima = world.as(world.fatima());
    address = "/appraisals/" + id;
    sql.sql("update people.person set manager_id = :noor where id = :fatima")
        .param("noor", world.noor().id())
        .param("fatima", world.fatima().id())
        .update();
  }

  private MvcTestResult write(String where, String words, int version, String... more) {
    var fields =
        new java.util.ArrayList<>(
            java.util.List.of("proactive", words, "version", Integer.toString(version)));
    fields.addAll(java.util.List.of(more));
    return fatima.post(address + where, fields.toArray(String[]::new));
  }

  private Pdf paper(Colleague who, String query) {
    var answer = world.as(who).get(address + "/paper" + query);
    Assertions.assertThat(answer.getResponse().getStatus()).as(who.name()).isEqualTo(200);
    return new Pdf(answer.getResponse().getContentAsByteArray());
  }

  private void nobodyReads(Colleague... others) {
    for (var other : others) {
      assertThat(world.as(other).get(address + "/paper")).hasStatus(404);
      assertThat(world.as(other).get(address + "/draft")).hasStatus(404);
      assertThat(world.as(other).get(address)).hasStatus(404);
    }
  }

  @Test
  void isTheWritersAloneUntilReleased() {
    assertThat(write("", MINE, 0)).hasStatus(303);
    assertThat(fatima.page(address).expectFirst("#proactive").text()).isEqualTo(MINE);
    var draft = fatima.get(address + "/draft");
    assertThat(new Pdf(draft.getResponse().getContentAsByteArray()).text())
        .contains(MINE, "Concept", "nog niet vrijgegeven")
        .doesNotContain("zelf vrijgegeven");
    var english = fatima.get(address + "/draft?language=en").getResponse().getContentAsByteArray();
    assertThat(new Pdf(english).text())
        .contains("Draft", "has not released it")
        .doesNotContain("and released it");
    nobodyReads(world.erik(), world.noor(), world.marieke(), world.joost(), world.willemijn());
    assertThat(fatima.get(address + "/paper")).hasStatus(404);
    assertThat(world.as(world.erik()).page("/register?q=Fatima").text())
        .doesNotContain("Voor het jaargesprek");
  }

  @Test
  void thenHrAndTheManagerOfTodayReadIt() {
    assertThat(write("/release", MINE, 0)).hasStatus(303);
    for (var reader : new Colleague[] {world.erik(), world.noor(), world.fatima()}) {
      var pdf = paper(reader, "");
      assertThat(pdf.text())
          .contains(MINE, "Vooruitkijken", world.fatima().name(), "zelf vrijgegeven")
          .as("what was left open is not in it")
          .doesNotContain("Delen wat je weet", "In aantallen", "Concept");
      assertThat(pdf.objections()).isEmpty();
    }
    nobodyReads(world.marieke(), world.joost(), world.willemijn(), world.sanne());
    assertThat(world.as(world.erik()).get(address + "/draft")).hasStatus(404);
    assertThat(world.as(world.noor()).get(address)).hasStatus(404);
    assertThat(
            world
                .as(world.erik())
                .page("/register?q=Fatima")
                .select("a[href=" + address + "/paper]"))
        .hasSize(1);
    assertThat(
            world
                .as(world.noor())
                .page("/mandate-requests")
                .select("a[href=" + address + "/paper]"))
        .hasSize(1);
    assertThat(
            sql.sql(
                    "select subject from platform.mail where recipient = :noor order by id desc limit 1")
                .param("noor", world.noor().email())
                .query(String.class)
                .single())
        .contains(world.fatima().name());
    sql.sql("update people.person set manager_id = :pieter where id = :fatima")
        .param("pieter", world.pieter().id())
        .param("fatima", world.fatima().id())
        .update();
    nobodyReads(world.noor());
    assertThat(paper(world.pieter(), "").text()).contains(MINE);
  }

  @Test
  void whatIsReleasedStaysAsItIs() {
    write("/release", MINE, 0);
    write("", "Iets anders", 1);
    assertThat(paper(world.erik(), "").text()).contains(MINE).doesNotContain("Iets anders");
    assertThat(write("/release", "Iets anders", 0)).as("an old window").hasStatus(409);
    assertThat(write("/release", "Iets anders", 1)).hasStatus(303);
    assertThat(paper(world.erik(), "").text()).contains("Iets anders");
    assertThat(paper(world.erik(), "?version=1").text()).contains(MINE);
    assertThat(world.as(world.erik()).get(address + "/paper?version=3")).hasStatus(404);
    Assertions.assertThatThrownBy(
            () -> sql.sql("update network.appraisal_release set proactive = 'x'").update())
        .hasMessageContaining("history");
  }

  @Test
  void countsAreInItOnlyWhenTicked() {
    sql.sql(
            """
            insert into support.help_moment (power_user_id, system_id, department_id, minutes, helped_at)
            select :me, :system, 1, 5, now() - interval '1 day' from generate_series(1, 7)
            """)
        .param("me", world.fatima().id())
        .param("system", world.nova())
        .update();
    var page = fatima.page(address);
    assertThat(page.select("input[name=counts]"))
        .hasSize(2)
        .noneMatch(box -> box.hasAttr("checked"));
    assertThat(page.expectFirst("fieldset").text()).contains("keer in het voorbijgaan geholpen");
    write("/release", MINE, 0);
    assertThat(paper(world.noor(), "").text()).doesNotContain("voorbijgaan");
    write("/release", MINE, 1, "counts", "HELP_MOMENTS");
    assertThat(paper(world.noor(), "").text())
        .containsPattern("\\d+ keer in het voorbijgaan geholpen")
        .doesNotContain("vragen beantwoord");
    assertThat(paper(world.noor(), "?language=en").text())
        .containsPattern("Helped in passing \\d+ times");
  }

  @Test
  void nothingWrittenIsNotReleased() {
    var refused = write("/release", "  ", 0);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select(".error-summary a").eachAttr("href"))
        .containsExactly("#proactive");
    assertThat(write("", "x".repeat(3_001), 0)).hasStatus(422);
  }

  @Test
  void goesWithTheNameAndIsInOnesOwnData() {
    write("/release", MINE, 0);
    assertThat(fatima.page("/account/data").text()).contains("Wat je schreef voor je jaargesprek");
  }

  @Test
  void hrFetchesWhatWasReleasedOfADepartment() {
    write("/release", MINE, 0);
    var erik = world.as(world.erik());
    var department =
        erik.page("/paper-bundles").select("#department option").stream()
            .filter(option -> option.text().equals("Finance"))
            .findFirst()
            .orElseThrow()
            .val();
    var answer = erik.post("/paper-bundles", "kind", "appraisal", "department", department);
    assertThat(answer).hasStatus(303);
    assertThat(erik.page(requireNonNull(answer.getResponse().getHeader("Location"))).text())
        .contains("0 van 1");
  }
}
