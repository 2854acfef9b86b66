package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SteunpuntTest
class HangingTest {
  @Autowired World world;
  @Autowired Brands brands;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<RetentionRule> rules;

  private long floor;
  private long elsewhere;

  @BeforeEach
  void places() {
    world.sanne();
    floor = place("Utrecht/Gebouw B/3");
    elsewhere = place("Groningen");
  }

  private long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .single();
  }

  private void hang(Colleague who, long where) {
    assertThat(
            world
                .as(who)
                .post(
                    "/posters/hanging",
                    "location",
                    "" + where,
                    "format",
                    "a4",
                    "spot",
                    "Bij de koffie"))
        .hasStatus(303);
  }

  private Element first(Colleague who) {
    return world.as(who).page("/posters/hanging").expectFirst(".hanging");
  }

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

  private String reason() {
    return world.as(world.marieke()).page("/posters/hanging").select(".badge-warn + span").text();
  }

  @Test
  void saysWhatMustBeReplacedAndWhy() {
    hang(world.marieke(), floor);
    assertThat(reason()).isEmpty();
    brands.change("Novum", Colour.of("#aa0055").orElseThrow());
    assertThat(reason()).contains("logo");
    sql.sql(
            """
            update people.person set location_id = :elsewhere
             where location_id in (select id from people.location where path like 'Utrecht/Gebouw B/3%')
            """)
        .param("elsewhere", elsewhere)
        .update();
    assertThat(reason()).contains("werkt niemand meer");
    var code = sql.sql("select code from network.hanging").query(String.class).single();
    world.as(world.marieke()).post("/posters/codes/" + code + "/withdrawal");
    assertThat(reason()).contains("code geldt niet meer");
    assertThat(first(world.marieke()).select("a[href*='/posters/piece?location=" + floor + "']"))
        .hasSize(1);
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
