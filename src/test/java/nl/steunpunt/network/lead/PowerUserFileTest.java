package nl.steunpunt.network.lead;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.network.Mandate;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class PowerUserFileTest {
  private static final String IMPORT = "/network/power-users/import";
  private static final String PREVIEW = IMPORT + "/preview";

  @Autowired World world;
  @Autowired Mandates mandates;

  private String file(String... rows) {
    return "email;system;share_percent;departments;locations\n" + String.join("\n", rows) + "\n";
  }

  private String sanne() {
    return world.sanne().email() + ";erp;15;Finance/Crediteuren;";
  }

  @Test
  void aPreviewSaysWhatHappensAndChangesNothing() {
    var page = Browser.html(world.as(world.marieke()).post(PREVIEW, "text", file(sanne())));
    assertThat(page.select(".import-counts strong").eachText()).containsExactly("1", "0", "0", "0");
    assertThat(page.select("tbody tr").text())
        .contains("2", world.sanne().email(), "15", "Finance/Crediteuren", "voorlopig");
    assertThat(page.select("#text").text()).contains(world.sanne().email());
    assertThat(mandates.of(world.sanne().id(), world.nova())).isEmpty();
  }

  @Test
  void whoComesInIsProvisionalAndTheSameFileAgainChangesNothing() {
    var lead = world.as(world.marieke());
    assertThat(lead.post(IMPORT, "text", file(sanne()))).hasRedirectedUrl(IMPORT);
    assertThat(mandates.of(world.sanne().id(), world.nova()).orElseThrow().state())
        .isEqualTo(Mandate.State.PROVISIONAL);
    var again = Browser.html(lead.post(PREVIEW, "text", file(sanne())));
    assertThat(again.select(".import-counts strong").eachText())
        .containsExactly("0", "0", "1", "0");
    assertThat(again.select("form[action=" + IMPORT + "] .btn-primary")).isEmpty();
    var other = Browser.html(lead.post(PREVIEW, "text", file(sanne().replace("15", "20"))));
    assertThat(other.select(".import-counts strong").eachText())
        .containsExactly("0", "1", "0", "0");
  }

  @Test
  void whoseManagerAgreedAlreadyIsNotCalledProvisional() {
    var lead = world.as(world.marieke());
    var text =
        "email;system;share_percent;departments;locations;agreed_by;agreed_on\n"
            + sanne()
            + ";"
            + world.noor().email()
            + ";2026-11-20\n";
    assertThat(Browser.html(lead.post(PREVIEW, "text", text)).select("tbody .badge").text())
        .isEqualTo("wordt power user");
    lead.post(IMPORT, "text", text);
    assertThat(lead.page(IMPORT).select("#notices").text()).doesNotContain("voorlopig");
    assertThat(mandates.of(world.sanne().id(), world.nova()).orElseThrow().state())
        .isEqualTo(Mandate.State.ACTIVE);
  }

  @Test
  void aBadRowSaysWhyAndKeepsAllOutUntilItIsLeftOut() {
    var lead = world.as(world.marieke());
    var text = file(sanne(), "nobody@novum.example;erp;500;Nowhere;");
    var page = Browser.html(lead.post(PREVIEW, "text", text));
    assertThat(page.select(".import-bad strong").text()).isEqualTo("1");
    assertThat(page.select("section[aria-labelledby=wrong] tbody tr").eachText())
        .anySatisfy(row -> assertThat(row).contains("3 E-mailadres", "nobody@novum.example"))
        .anySatisfy(row -> assertThat(row).contains("Deel van de werktijd", "500"))
        .anySatisfy(row -> assertThat(row).contains("Afdelingen", "Nowhere"));

    var refused = lead.post(IMPORT, "text", text);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select(".error-summary").text()).contains("niets veranderd");
    assertThat(mandates.of(world.sanne().id(), world.nova())).isEmpty();

    assertThat(lead.post(IMPORT, "text", text, "skipBad", "true")).hasRedirectedUrl(IMPORT);
    assertThat(mandates.of(world.sanne().id(), world.nova())).isPresent();
  }

  @Test
  void nothingOrNoTableIsRefusedInWords() {
    var administrator = world.as(world.willemijn());
    assertThat(administrator.page(IMPORT).select("pre").text()).contains(";erp;20;");
    var nothing = administrator.post(PREVIEW, "text", " ");
    assertThat(nothing).hasStatus(422);
    assertThat(Browser.html(nothing).select("#file-error").text()).contains("Kies een bestand");
    var noTable = Browser.html(administrator.post(PREVIEW, "text", "name\nx\n"));
    assertThat(noTable.select("section[aria-labelledby=wrong] tbody tr")).hasSize(3);
    assertThat(noTable.select("form[action=" + IMPORT + "] .btn-primary")).isEmpty();
    assertThat(world.as(world.fatima()).get(IMPORT)).hasStatus(404);
  }
}
