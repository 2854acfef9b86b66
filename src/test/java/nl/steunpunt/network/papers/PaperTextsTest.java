package nl.steunpunt.network.papers;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class PaperTextsTest {
  private static final String ROLE = "/paper-texts/role/nl";

  @Autowired World world;
  @Autowired Brands brands;
  Browser marieke;

  @BeforeEach
  void theLead() {
    marieke = world.as(world.marieke());
  }

  @Test
  void whatIsWrittenIsPrinted() {
    assertThat(marieke.post(ROLE, "title", "Onze rol", "body", "# Voor {naam}\r\n\r\nHelp elkaar."))
        .hasStatus(303);
    var page = world.as(world.willemijn()).page(ROLE);
    assertThat(page.expectFirst("#title").val()).isEqualTo("Onze rol");
    assertThat(page.select("#changes + ul").text()).contains(world.marieke().name());
    assertThat(marieke.page("/paper-texts").text())
        .contains("Geschreven door " + world.marieke().name());
    var preview = marieke.post(ROLE + "/preview", "title", "Anders {naam}", "body", "Zo dan");
    assertThat(new Pdf(preview.getResponse().getContentAsByteArray()).text())
        .contains("Anders Noa de Wit", "Zo dan");
    brands.change("Novum", null);
    var named = marieke.post(ROLE + "/preview", "title", "Bij {organisatie}", "body", "Zo dan");
    assertThat(new Pdf(named.getResponse().getContentAsByteArray()).text()).contains("Bij Novum");
    assertThat(marieke.page(ROLE).expectFirst("#title").val())
        .as("looking keeps nothing")
        .isEqualTo("Onze rol");
    assertThat(world.as(world.willemijn()).page("/admin/audit?kind=SETTINGS").text())
        .contains("Tekst van een stuk gewijzigd", world.marieke().name());
  }

  @Test
  void aFieldThatIsNotThereIsRefusedWithThoseThatAre() {
    for (var address : new String[] {ROLE, ROLE + "/preview"}) {
      var refused = marieke.post(address, "title", "Rol", "body", "Beste {name} van {afdeling}");
      assertThat(refused).hasStatus(422);
      var page = Browser.html(refused);
      assertThat(page.expectFirst("#body-error").text())
          .contains("{name}", "{naam}", "{wegvalt}")
          .doesNotContain("{proactive}");
      assertThat(page.expectFirst("#body").text()).contains("{name}");
    }
    assertThat(marieke.post(ROLE, "title", " ", "body", "x")).hasStatus(422);
    assertThat(marieke.post(ROLE, "title", "x", "body", "x".repeat(12_001))).hasStatus(422);
  }

  @Test
  void oursComesBackAndTheirsIsKept() {
    var ours = marieke.page(ROLE).expectFirst("#body").wholeText();
    marieke.post(ROLE, "title", "Onze rol", "body", "Help elkaar.");
    assertThat(marieke.post(ROLE + "/restoration")).hasStatus(303);
    var page = marieke.page(ROLE);
    assertThat(page.expectFirst("#body").wholeText().strip()).isEqualTo(ours.strip());
    assertThat(page.select("form[action$=restoration]")).isEmpty();
    var earlier = page.select("#changes + ul a").eachAttr("href").getLast();
    assertThat(marieke.page(earlier).expectFirst("#title").val()).isEqualTo("Onze rol");
    assertThat(marieke.get(ROLE + "?version=987654321")).hasStatus(404);
    assertThat(marieke.get("/paper-texts/role/de")).hasStatus(404);
  }

  @Test
  void onlyTheLeadAndAnAdministratorWrite() {
    for (var other :
        new Colleague[] {
          world.erik(), world.noor(), world.fatima(), world.sanne(), world.pieter()
        }) {
      assertThat(world.as(other).get("/paper-texts")).hasStatus(404);
      assertThat(world.as(other).post(ROLE, "title", "x", "body", "x")).hasStatus(404);
    }
  }
}
