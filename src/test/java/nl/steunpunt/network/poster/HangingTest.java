package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.people.PersonalRecords.Section;
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
  @Autowired List<PersonalRecords> records;
  @Autowired Hangings hangings;

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
  void aNameOnASignThatNoLongerBelongsThereMustGo() {
    var fatima = world.as(world.fatima());
    fatima.post("/profile/paper", "name", "true");
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    var sign = first(world.marieke());
    assertThat(sign.text()).contains("Fatima El Idrissi", "Bureaubordje");
    assertThat(reason()).isEmpty();

    fatima.post("/profile/paper");
    assertThat(reason()).as("she agrees no longer").contains("De naam die erop staat");
    fatima.post("/profile/paper", "name", "true");
    assertThat(reason()).isEmpty();
    moves(world.fatima(), elsewhere);
    assertThat(reason()).as("she moved").contains("De naam die erop staat");
    assertThat(first(world.fatima()).text()).as("she can take it away").contains("Vervangen");
    moves(world.fatima(), place("Utrecht/Gebouw B/3/B3.12"));
    assertThat(reason()).isEmpty();
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    assertThat(reason()).as("she is no power user").contains("De naam die erop staat");

    var her = world.fatima();
    assertThat(sections(her)).contains("named_paper");
    records.forEach(one -> one.erase(new Leaver(her.id(), her.name(), her.email(), null)));
    assertThat(sections(her)).doesNotContain("named_paper");
    assertThat(first(world.marieke()).text()).doesNotContain("Fatima");
    assertThat(reason()).as("the paper still hangs").contains("De naam die erop staat");
  }

  @Test
  void whoseNameItWasIsForgottenWithTheRole() {
    world.as(world.fatima()).post("/profile/paper", "name", "true");
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    rules.stream()
        .filter(one -> one.name().equals("profiles"))
        .findFirst()
        .orElseThrow()
        .forgetting()
        .forget(Instant.parse("2099-01-01T00:00:00Z"), 100);
    assertThat(sections(world.fatima())).doesNotContain("named_paper");
    assertThat(reason()).contains("De naam die erop staat");
  }

  private List<String> sections(Colleague who) {
    return records.stream()
        .flatMap(one -> one.about(who.id()).stream())
        .filter(section -> !section.rows().isEmpty())
        .map(Section::name)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void whereNoNameIsPrintedNoneIsKept() {
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    moves(world.fatima(), elsewhere);
    assertThat(reason()).isEmpty();
    assertThat(first(world.marieke()).text()).doesNotContain("Fatima");
  }

  @Test
  void ofADepartmentThatMovedOnlyItsOwnPieceMustGo() {
    var department =
        sql.sql("select id from people.department where path = 'Finance/Crediteuren'")
            .query(Long.class)
            .single();
    hangs(world.marieke(), "location", "" + floor, "department", "" + department);
    hang(world.marieke(), floor);
    assertThat(reason()).isEmpty();
    moves(world.pieter(), floor);
    sql.sql("update people.person set location_id = :there where department_id = :department")
        .param("there", elsewhere)
        .param("department", department)
        .update();
    assertThat(reason()).isEqualTo("Deze afdeling zit hier niet meer.");
    assertThat(first(world.marieke()).text()).contains("Crediteuren");
    assertThat(
            world
                .as(world.fatima())
                .post(
                    "/posters/hanging",
                    "location",
                    "" + floor,
                    "department",
                    "" + department,
                    "format",
                    "a4"))
        .as("that is for the lead")
        .hasStatus(404);
  }

  private void hangs(Colleague who, String... of) {
    var fields = Stream.concat(Stream.of(of), Stream.of("format", "desk")).toArray(String[]::new);
    assertThat(world.as(who).post("/posters/hanging", fields)).hasStatus(303);
  }

  private void moves(Colleague who, long where) {
    sql.sql("update people.person set location_id = :where where id = :id")
        .param("where", where)
        .param("id", who.id())
        .update();
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
