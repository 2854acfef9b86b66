package nl.steunpunt.network.poster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class PosterBundleTest {
  @Autowired World world;
  @Autowired PosterBundleMaking making;
  @Autowired JdbcClient sql;

  private long building;

  @BeforeEach
  void aBuilding() {
    world.sanne();
    building =
        sql.sql("select id from people.location where path = 'Utrecht/Gebouw B'")
            .query(Long.class)
            .single();
  }

  private String ask(Browser browser) {
    var answer =
        browser.post(
            "/poster-bundles", "location", "" + building, "format", "a5", "design", "round");
    assertThat(answer).hasStatus(303);
    return requireNonNull(answer.getResponse().getHeader("Location"));
  }

  private List<String> codes() {
    return sql.sql(
            """
            select c.code from people.location l join network.place_code c on c.location_id = l.id and c.withdrawn_at is null
             where l.path = 'Utrecht/Gebouw B' or l.path like 'Utrecht/Gebouw B/%' order by l.path
            """)
        .query(String.class)
        .list();
  }

  private static List<String> read(Pdf pdf) {
    return pdf.read(document -> {
      var read = new ArrayList<String>();
      var renderer = new PDFRenderer(document);
      for (var page = 0; page < document.getNumberOfPages(); page++) {
        var png = new ByteArrayOutputStream();
        try {
          ImageIO.write(renderer.renderImageWithDPI(page, 110), "png", png);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        read.addAll(Codes.of(png.toByteArray()));
      }
      return read;
    });
  }

  @Test
  void allPlacesOfABuildingComeAsOneFile() {
    var lead = world.as(world.marieke());
    assertThat(
            lead.page("/posters/piece?location=" + building)
                .select("form[action='/poster-bundles'] button"))
        .hasSize(1);
    var address = ask(lead);
    var waiting = lead.page(address);
    assertThat(waiting.select("progress")).hasSize(1);
    assertThat(waiting.select("#bundle-says").text()).isEmpty();
    assertThat(waiting.expectFirst("#bundle button").id())
        .as("keeps the focus while it is renewed")
        .isNotEmpty();
    assertThat(waiting.expectFirst("#bundle").attr("hx-get")).isEqualTo(address);
    assertThat(lead.get(address + "/file")).as("half a file").hasStatus(404);
    while (making.makeSome() > 0) {
      assertThat(lead.get(address)).hasStatusOk();
    }
    var ready = lead.page(address);
    assertThat(ready.select("progress")).isEmpty();
    assertThat(ready.expectFirst("#bundle-says[role=status]").parents())
        .as("a reader listens to what stays")
        .noneMatch(parent -> parent.id().equals("bundle"));
    assertThat(ready.select("#bundle-says").text()).isNotEmpty();
    assertThat(lead.page("/posters").select("a[href='" + address + "']")).hasSize(1);
    var file = lead.get(ready.expectFirst("a[download]").attr("href"));
    assertThat(file).hasStatusOk().hasContentType("application/pdf");
    var pdf = new Pdf(file.getResponse().getContentAsByteArray());
    var codes = codes();
    assertThat(codes).hasSizeGreaterThan(10);
    assertThat(read(pdf))
        .extracting(link -> link.substring(link.lastIndexOf('/') + 1))
        .containsExactlyElementsOf(codes);
    assertThat(pdf.objections()).isEmpty();
    assertThat(pdf.language()).isEqualTo("nl");
  }

  @Test
  void isForWhoAskedForItAndForNoPowerUser() {
    var address = ask(world.as(world.marieke()));
    making.makeSome();
    for (var other : List.of(world.willemijn(), world.fatima(), world.sanne())) {
      assertThat(world.as(other).get(address)).hasStatus(404);
      assertThat(world.as(other).get(address + "/file")).hasStatus(404);
      assertThat(world.as(other).post(address + "/removal")).hasStatus(404);
    }
    assertThat(world.as(world.fatima()).post("/poster-bundles", "location", "" + building))
        .hasStatus(404);
    assertThat(world.as(world.marieke()).post(address + "/removal")).hasStatus(303);
    assertThat(world.as(world.marieke()).get(address)).hasStatus(404);
  }

  @Test
  void whatCannotBeIsRefused() {
    var lead = world.as(world.marieke());
    assertThat(lead.post("/poster-bundles", "location", "987654321")).hasStatus(404);
    assertThat(lead.post("/poster-bundles", "location", "" + building, "design", "baroque"))
        .hasStatus(422);
    assertThat(
            lead.post("/poster-bundles", "location", "" + building, "slogan", "te lang ".repeat(9)))
        .hasStatus(422);
    assertThat(lead.post("/poster-bundles")).hasStatus(303);
    assertThat(making.makeSome()).isZero();
  }

  /** Those that are gone meanwhile do not keep the others back. */
  @Test
  void whatFailsIsSaid() {
    var lead = world.as(world.marieke());
    var address = ask(lead);
    sql.sql("update network.poster_bundle_part set location_ids = '{987654321}' where part = 0")
        .update();
    while (making.makeSome() > 0) {
      assertThat(lead.get(address)).hasStatusOk();
    }
    assertThat(lead.page(address).text()).contains("bestaat niet meer");
    assertThat(lead.page(address).select("a[download]")).hasSize(1);
  }
}
