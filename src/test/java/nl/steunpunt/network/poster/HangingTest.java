package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nl.steunpunt.world.Colleague;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What hangs where: said with a tap, taken away, and forgotten. */
class HangingTest extends HangingWorld {
  @Autowired Clock clock;
  @Autowired Hangings hangings;

  private static String address(Element hanging) {
    return hanging.expectFirst("form[action$=/removal]").attr("action").replace("/removal", "");
  }

  private MvcTestResult photograph(Colleague who, String address, byte[] file) {
    return world
        .api()
        .post()
        .uri(address + "/photo")
        .multipart()
        .file(new MockMultipartFile("photo", "muur.jpg", "image/jpeg", file))
        .cookie(world.as(who).cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
  }

  /** A JPEG with a position in its EXIF, as a phone makes it. */
  private static byte[] fromAPhone() throws IOException {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    var plain = jpeg.toByteArray();
    var position = "Exif\0\0GPSLatitude 52.0907".getBytes(StandardCharsets.ISO_8859_1);
    var all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    all.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (position.length + 2)});
    all.write(position);
    all.write(plain, 2, plain.length - 2);
    return all.toByteArray();
  }

  @Test
  void oneTapSaysThatItHangsAndOneThatItIsGone() throws IOException {
    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/posters/hanging").select(".empty")).hasSize(1);
    assertThat(
            fatima
                .page("/posters/piece?location=" + floor)
                .select("form[action='/posters/hanging'] button"))
        .hasSize(1);
    hang(world.fatima(), floor);
    var hanging = first(world.fatima());
    assertThat(hanging.text()).contains("Poster A4, Gebouw B · 3", "Bij de koffie");
    assertThat(hanging.select(".badge-warn")).isEmpty();
    assertThat(first(world.marieke()).text()).contains("Gebouw B · 3");

    var address = address(hanging);
    assertThat(photograph(world.fatima(), address, fromAPhone())).hasStatus(303);
    var shown = fatima.get(first(world.fatima()).expectFirst("img").attr("src"));
    assertThat(shown).hasStatusOk().hasContentType("image/jpeg");
    var kept = shown.getResponse().getContentAsByteArray();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPSLatitude");
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(kept)).getWidth()).isEqualTo(480);
    assertThat(photograph(world.fatima(), address, new byte[] {1, 2, 3})).hasStatus(422);

    assertThat(fatima.post(address + "/removal")).hasStatus(303);
    assertThat(fatima.page("/posters/hanging").select(".empty")).hasSize(1);
    assertThat(fatima.get(address + "/photo")).hasStatus(404);
    assertThat(sql.sql("select count(*) from network.hanging_photo").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aPowerUserTicksTheirOwnPlacesOnly() throws IOException {
    hang(world.marieke(), elsewhere);
    var address = address(first(world.marieke()));
    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/posters/hanging").select(".hanging")).isEmpty();
    assertThat(fatima.post("/posters/hanging", "location", "" + elsewhere, "format", "a4"))
        .hasStatus(404);
    assertThat(fatima.post(address + "/removal")).hasStatus(404);
    assertThat(fatima.get(address + "/photo")).hasStatus(404);
    assertThat(photograph(world.fatima(), address, fromAPhone())).hasStatus(404);
    for (var other : List.of(world.sanne(), world.pieter(), world.erik())) {
      assertThat(world.as(other).get("/posters/hanging")).hasStatus(404);
    }
  }

  @Test
  void manyComeInPagesWhatMustGoFirstAndOneBuildingByItself() {
    for (int i = 0; i < Hangings.MOST; i++) {
      hangIn(floor, "stuk " + i);
    }
    hangIn(elsewhere, "elders");
    sql.sql("update network.hanging set look = 'x' where spot = 'stuk 99'").update();
    var lead = world.as(world.marieke());
    var one = lead.page("/posters/hanging");
    assertThat(one.select(".hanging")).hasSize(Hangings.MOST);
    assertThat(one.expectFirst(".hanging").text()).contains("stuk 99");
    assertThat(one.text()).contains(Hangings.MOST + 1 + " stuks", "1 moet worden vervangen");
    var two = lead.page(one.expectFirst(".pages a").attr("href"));
    assertThat(two.select(".hanging")).hasSize(1);
    assertThat(two.select(".pages a").eachText()).hasSize(1);
    var all = new ArrayList<>(one.select(".hanging").eachAttr("id"));
    all.addAll(two.select(".hanging").eachAttr("id"));
    assertThat(all).doesNotHaveDuplicates().hasSize(Hangings.MOST + 1);

    var there = lead.page("/posters/hanging?building=Groningen");
    assertThat(there.select(".hanging").eachText()).hasSize(1);
    assertThat(there.expectFirst(".hanging").text()).contains("elders");
    assertThat(there.select("#building option[selected]").text()).isEqualTo("Groningen (1)");
    assertThat(lead.page("/posters/hanging?building=Nergens").select(".hanging")).isEmpty();
    assertThat(lead.page("/posters/hanging?after=987654321").select(".hanging"))
        .as("taken away meanwhile: from the beginning")
        .hasSize(Hangings.MOST);
  }

  private void hangIn(long where, String spot) {
    sql.sql(
            """
            insert into network.hanging (location_id, code, format, spot, look, hung_on)
            select :where, code, 'a4', :spot, :look, '2026-01-05' from network.place_code
             where location_id = :where and withdrawn_at is null
            """)
        .param("where", where)
        .param("spot", spot)
        .param("look", hangings.look())
        .update();
  }

  @Test
  void whatCannotBeIsRefused() {
    var lead = world.as(world.marieke());
    assertThat(lead.post("/posters/hanging", "location", "" + floor, "format", "a0"))
        .hasStatus(422);
    assertThat(
            lead.post(
                "/posters/hanging", "location", "" + floor, "format", "a4", "spot", "x".repeat(81)))
        .hasStatus(422);
    assertThat(lead.post("/posters/hanging", "location", "987654321", "format", "a4"))
        .hasStatus(404);
    hang(world.marieke(), floor);
    assertThat(lead.post(address(first(world.marieke())) + "/photo")).hasStatus(422);
  }

  @Test
  void whatIsGoneIsForgotten() {
    hang(world.marieke(), floor);
    var rule =
        rules.stream().filter(one -> one.name().equals("hangings")).findFirst().orElseThrow();
    var later = clock.instant().plus(Duration.ofDays(2));
    assertThat(rule.forgetting().forget(later, 10)).as("it hangs").isZero();
    world.as(world.marieke()).post(address(first(world.marieke())) + "/removal");
    assertThat(rule.forgetting().forget(later, 10)).isOne();
  }
}
