package nl.steunpunt.network.register;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.MandateWorld;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class RegisterTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired JdbcClient sql;
  Browser erik;
  MandateId lottes;

  @BeforeEach
  void lotteIsAgreed() {
    erik = world.as(world.erik());
    mandates.reportsTo(world.lotte(), world.noor());
    lottes = mandates.asked(world.lotte(), 15);
    assertThat(erik.page("/register?q=Lotte").select("tbody tr"))
        .as("what is only asked is not HR's yet")
        .isEmpty();
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
  }

  @Test
  void whoHoldsTheRoleSinceWhenAndWhatIsStillToRecord() {
    var row = erik.page("/register?q=Lotte").expectFirst("tbody tr");
    assertThat(row.text())
        .contains(world.lotte().name(), "Nova ERP", "15 %", "5,4 uur", world.noor().name());
    assertThat(row.select("button").text()).startsWith("Leg vast");
  }

  @Test
  void oneByOneAndTheSecondTimeNothing() {
    assertThat(erik.post("/register/recordings", "one", lottes.toString())).hasStatus(303);
    assertThat(erik.page("/register?which=to_record&q=Lotte").select("tbody tr")).isEmpty();
    assertThat(erik.page("/register?q=Lotte").expectFirst("tbody tr").text())
        .contains(world.erik().name());
    assertThat(erik.post("/register/recordings", "one", lottes.toString())).hasStatus(303);
  }

  @Test
  void manyAtOnceAndRoutingNeverWaitsForIt() {
    var all =
        erik.page("/register?which=to_record").select("input[name=mandate]").eachAttr("value");
    assertThat(all).hasSizeGreaterThan(4).contains(lottes.toString());
    var fields = new java.util.ArrayList<String>();
    all.forEach(id -> fields.addAll(java.util.List.of("mandate", id)));
    assertThat(erik.post("/register/recordings", fields.toArray(String[]::new))).hasStatus(303);
    assertThat(erik.page("/register?which=to_record").text()).contains("Alles is vastgelegd");
  }

  @Test
  void anEndThatWasRecordedIsToBeTakenOut() {
    erik.post("/register/recordings", "one", lottes.toString());
    world.as(world.lotte()).post("/mandate/" + lottes + "/ending");
    assertThat(erik.page("/register?which=to_record&q=Lotte").select("tbody button").text())
        .startsWith("Leg het einde vast");
  }

  /** A period that is over ends at midnight: the day before was the last. */
  @Test
  void theLastDayIsTheLastOnWhichItHeld() {
    sql.sql(
            """
            update network.mandate set stage = 'ended', state = 'ended', ended_at = '2027-01-03T23:00:00Z', due_at = null
             where id = :id
            """)
        .param("id", lottes)
        .update();
    assertThat(erik.page("/register?which=ended&q=Lotte").expectFirst("tbody tr").text())
        .contains("tot en met 3 jan 2027");
    assertThat(
            new String(
                erik.get("/register/role-holders.csv?which=ended")
                    .getResponse()
                    .getContentAsByteArray(),
                StandardCharsets.UTF_8))
        .contains(";2027-01-03;")
        .doesNotContain("2027-01-04");
    assertThat(
            new Pdf(
                    erik.get("/mandates/" + lottes + "/papers/certificate?language=nl")
                        .getResponse()
                        .getContentAsByteArray())
                .text())
        .contains("tot en met 3 januari 2027");
  }

  @Test
  void anEmptyListSaysWhatWillStandThere() {
    assertThat(erik.page("/register?which=ended").select(".empty").text())
        .contains("Nog niemand is gestopt", "Stopt iemand die de rol had");
    assertThat(erik.page("/register?q=zzzz").select(".empty").text())
        .contains("Geen power user met die naam")
        .doesNotContain("Niemand heeft de rol");
  }

  @Test
  void asAFileForASpreadsheetWithoutFormulas() throws Exception {
    sql.sql("update people.person set name = '=1+1' where id = :id")
        .param("id", world.lotte().id())
        .update();
    var csv =
        new String(
            erik.get("/register/role-holders.csv?which=now").getResponse().getContentAsByteArray(),
            StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("\uFEFFPersoneelsnummer;Naam;")
        .contains("'=1+1")
        .contains(";15;5,4;");
    var xlsx = erik.get("/register/role-holders.xlsx").getResponse().getContentAsByteArray();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows.getFirst().getCellText(1)).isEqualTo("Naam");
      assertThat(rows).anyMatch(row -> row.getCellText(1).equals("=1+1"));
      assertThat(rows)
          .allMatch(row -> row.stream().noneMatch(c -> c != null && c.getFormula() != null));
    }
  }

  @Test
  void isForHrAlone() {
    for (var other :
        new nl.steunpunt.world.Colleague[] {world.marieke(), world.noor(), world.willemijn()}) {
      assertThat(world.as(other).get("/register")).hasStatus(404);
      assertThat(world.as(other).get("/register/role-holders.csv")).hasStatus(404);
    }
    assertThat(erik.page("/").select("a[href=/register]")).hasSize(1);
  }
}
