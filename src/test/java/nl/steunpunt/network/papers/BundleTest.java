package nl.steunpunt.network.papers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class BundleTest {
  @Autowired World world;
  @Autowired BundleMaking making;
  @Autowired JdbcClient sql;

  private String ask(Browser browser, String kind) {
    var department =
        browser.page("/paper-bundles").select("#department option").stream()
            .filter(option -> option.text().equals("Finance"))
            .findFirst()
            .orElseThrow()
            .val();
    var answer = browser.post("/paper-bundles", "kind", kind, "department", department);
    assertThat(answer).hasStatus(303);
    return requireNonNull(answer.getResponse().getHeader("Location"));
  }

  private record Entry(String name, byte[] file) {}

  private static List<Entry> unzip(byte[] file) throws IOException {
    var entries = new ArrayList<Entry>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(new Entry(entry.getName(), zip.readAllBytes()));
      }
    }
    return entries;
  }

  @Test
  void allOfADepartmentAndWhatLiesBelowIt() throws IOException {
    var lead = world.as(world.marieke());
    var address = ask(lead, "role");
    var waiting = lead.page(address);
    assertThat(waiting.select("progress")).hasSize(1);
    assertThat(waiting.expectFirst("#bundle").attr("hx-get")).isEqualTo(address);
    assertThat(lead.get(address + "/file")).as("half a file").hasStatus(404);
    while (making.makeSome() > 0) {
      assertThat(lead.get(address)).hasStatusOk();
    }
    var ready = lead.page(address);
    assertThat(ready.select("progress")).isEmpty();
    var file = lead.get(ready.expectFirst("a.btn-primary").attr("href"));
    assertThat(file).hasStatusOk().hasContentType("application/zip");
    var entries = unzip(file.getResponse().getContentAsByteArray());
    assertThat(entries)
        .extracting(Entry::name)
        .anyMatch(name -> name.contains(world.fatima().name()))
        .anyMatch(name -> name.contains(world.joost().name()))
        .noneMatch(name -> name.contains(world.liam().name()));
    assertThat(new Pdf(entries.getFirst().file()).text()).contains("Rol: power user");
  }

  @Test
  void isForWhoAskedForIt() {
    var address = ask(world.as(world.marieke()), "role");
    making.makeSome();
    assertThat(world.as(world.erik()).get(address)).hasStatus(404);
    assertThat(world.as(world.erik()).get(address + "/file")).hasStatus(404);
    assertThat(world.as(world.erik()).post(address + "/removal")).hasStatus(404);
    for (var other : new Colleague[] {world.noor(), world.fatima(), world.willemijn()}) {
      assertThat(world.as(other).get("/paper-bundles")).hasStatus(404);
    }
    assertThat(world.as(world.marieke()).post(address + "/removal")).hasStatus(303);
    assertThat(world.as(world.marieke()).get(address)).hasStatus(404);
    assertThat(
            sql.sql("select count(*) from network.paper_bundle_piece")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theLeadGetsNothingThatWasWrittenForTheAppraisal() {
    var lead = world.as(world.marieke());
    assertThat(lead.page("/paper-bundles").select("#kind option").eachAttr("value"))
        .doesNotContain("appraisal");
    var department = lead.page("/paper-bundles").expectFirst("#department option").val();
    assertThat(lead.post("/paper-bundles", "kind", "appraisal", "department", department))
        .hasStatus(422);
    assertThat(
            world.as(world.erik()).page("/paper-bundles").select("#kind option").eachAttr("value"))
        .contains("appraisal");
  }

  @Test
  void aDepartmentWithoutSuchAPaperSaysSo() {
    var erik = world.as(world.erik());
    var department = erik.page("/paper-bundles").expectFirst("#department option").val();
    var refused = erik.post("/paper-bundles", "kind", "appraisal", "department", department);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).expectFirst("#department-error").text())
        .contains("geen stuk van deze soort");
  }

  /** One that cannot be made is named, and does not keep the others back. */
  @Test
  void whatFailsIsSaid() {
    var lead = world.as(world.marieke());
    var address = ask(lead, "role");
    sql.sql("update network.paper_bundle_piece set mandate_id = 987654321 where place = 1")
        .update();
    while (making.makeSome() > 0) {
      assertThat(lead.page(address).text()).isNotEmpty();
    }
    assertThat(lead.page(address).select("a.btn-primary")).hasSize(1);
    assertThat(
            sql.sql("select count(*) from network.paper_bundle_piece where failed")
                .query(Integer.class)
                .single())
        .isOne();
  }
}
