package nl.steunpunt.network.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.people.PersonalRecords.Section;
import nl.steunpunt.platform.picture.Samples;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SteunpuntTest
class ProfileTest {
  @Autowired World world;
  @Autowired Profiles profiles;
  @Autowired List<PersonalRecords> records;
  @Autowired List<RetentionRule> rules;
  @Autowired JdbcClient sql;

  private MvcTestResult send(Colleague who, byte[] file, Map<String, String> fields) {
    var request =
        world
            .api()
            .post()
            .uri("/profile/photo")
            .multipart()
            .file(new MockMultipartFile("photo", "ik.jpg", "image/jpeg", file));
    fields.forEach(request::param);
    return request
        .cookie(world.as(who).cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
  }

  private MvcTestResult send(byte[] file) {
    return send(world.fatima(), file, Map.of());
  }

  private static byte[] halves() {
    return Samples.jpeg(Samples.halves(1200, 600, BufferedImage.TYPE_INT_RGB), false);
  }

  private String photo() {
    return world.as(world.sanne()).page("/who-helps").select(".who-card img.face").attr("src");
  }

  private byte[] bytes(String address) {
    var answer = world.as(world.sanne()).get(address);
    assertThat(answer).hasStatusOk().hasContentType("image/jpeg");
    return answer.getResponse().getContentAsByteArray();
  }

  private static boolean isRed(int pixel) {
    return (pixel >> 16 & 0xff) > 180 && (pixel & 0xff) < 80;
  }

  @Test
  void aPhotoBecomesASmallSquareWithoutWhatTheCameraSaid() throws IOException {
    assertThat(send(Samples.withExif(halves(), 1))).hasStatus(303);
    var kept = bytes(photo());
    assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", Samples.CAMERA);
    var image = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(320, 320);
    assertThat(isRed(image.getRGB(20, 160))).isTrue();
    assertThat(isRed(image.getRGB(300, 160))).isFalse();
  }

  /** Whoever waits for an answer looks for that face. */
  @Test
  void aPhotoIsSeenBesideTheQuestionThatItsOwnerHas() {
    var sanne = world.as(world.sanne());
    var question =
        sanne
            .post("/questions", "system", world.nova().toString(), "text", "Waar zit je")
            .getResponse()
            .getRedirectedUrl();
    assertThat(sanne.page(String.valueOf(question)).select("#situation span.face")).hasSize(1);
    send(halves());
    assertThat(sanne.page(String.valueOf(question)).select("#situation img.face").attr("src"))
        .isEqualTo(photo());
  }

  @Test
  void theSquareIsWhereItsOwnerPutIt() throws IOException {
    send(world.fatima(), halves(), Map.of("x", "0.2", "y", "0.5", "side", "0.5"));
    var left = ImageIO.read(new ByteArrayInputStream(bytes(photo())));
    assertThat(isRed(left.getRGB(280, 160))).isTrue();
    send(world.fatima(), halves(), Map.of("x", "1", "y", "0", "side", "7e9"));
    var right = ImageIO.read(new ByteArrayInputStream(bytes(photo())));
    assertThat(isRed(right.getRGB(20, 160))).isFalse();
  }

  @Test
  void whatIsNoPhotoIsRefusedInWords() {
    assertThat(refusal("geen plaatje".getBytes(ISO_8859_1))).contains("niet lezen");
    assertThat(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1)))
        .contains("niet lezen");
    assertThat(refusal(Samples.hugePng(60_000, 60_000))).contains("megapixel");
    assertThat(refusal(java.util.Arrays.copyOf(halves(), 400))).contains("niet lezen");
    assertThat(refusal(new byte[(10 << 20) + 1])).contains("groter dan 10 MB");
    assertThat(refusal(Samples.jpeg(Samples.halves(40, 40, BufferedImage.TYPE_INT_RGB), false)))
        .contains("te klein");
    assertThat(refusal(new byte[0])).contains("Kies eerst een foto");
    assertThat(photo()).isEmpty();
  }

  private String refusal(byte[] file) {
    var answer = send(file);
    assertThat(answer).hasStatus(422);
    return Browser.html(answer).select("[role=alert]").text();
  }

  @Test
  void onlyAPowerUserHasAProfileAndAPhotoGoesWithTheRole() {
    assertThat(send(world.sanne(), halves(), Map.of())).hasStatus(404);
    assertThat(world.as(world.sanne()).get("/profile")).hasStatus(404);
    send(halves());
    var address = photo();
    assertThat(found()).isEqualTo(address);
    assertThat(world.stranger().get(address)).hasStatus3xxRedirection();
    assertThat(world.as(world.sanne()).get(address.substring(0, 10) + "1/abc")).hasStatus(404);
    assertThat(world.as(world.sanne()).get(address + "0")).hasStatus(404);
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    assertThat(world.as(world.sanne()).get(address)).hasStatus(404);
    assertThat(found()).as("nothing that is not there").isEmpty();
  }

  private String found() {
    return world
        .as(world.sanne())
        .page("/who-helps?q=fatima")
        .select(".who-hit img.face")
        .attr("src");
  }

  @Test
  void hoursLanguagesAndPhoneAreSeenAtOnce() {
    var fatima = world.as(world.fatima());
    fatima.post("/profile/desk-hours", "day", "6", "from", "10:00", "until", "11:30");
    fatima.post("/profile", "language", "nl", "language", "pl");
    assertThat(world.as(world.sanne()).page("/who-helps").select(".who-card").text())
        .contains("za 10.00–11.30")
        .contains("Nederlands, Pools")
        .doesNotContain("06-");
    fatima.post("/profile/desk-hours/removal", "day", "6", "from", "10:00");
    assertThat(world.as(world.sanne()).page("/who-helps").select(".who-card").text())
        .doesNotContain("za 10");
  }

  @Test
  void nonsenseIsRefused() {
    var fatima = world.as(world.fatima());
    assertThat(fatima.post("/profile", "phone", "true")).hasStatus(422);
    assertThat(fatima.post("/profile", "language", "klingon")).hasStatus(422);
    assertThat(fatima.post("/profile/desk-hours", "from", "10:00", "until", "11:00"))
        .hasStatus(422);
    assertThat(fatima.post("/profile/desk-hours", "day", "1", "from", "11:00", "until", "10:00"))
        .hasStatus(422);
    assertThat(fatima.post("/profile/desk-hours", "day", "8", "from", "x", "until", "10:00"))
        .hasStatus(422);
  }

  @Test
  void itIsToldTakenAlongErasedAndForgotten() {
    send(halves());
    var fatima = world.fatima();
    assertThat(sections(fatima)).contains("profile", "photo", "desk_hours");
    var rule =
        rules.stream().filter(one -> one.name().equals("profiles")).findFirst().orElseThrow();
    var now = java.time.Instant.parse("2099-01-01T00:00:00Z");
    rule.forgetting().forget(now, 100);
    assertThat(sections(fatima)).contains("photo");
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", fatima.id())
        .update();
    rule.forgetting().forget(java.time.Instant.parse("2025-12-01T00:00:00Z"), 100);
    assertThat(sections(fatima)).contains("photo");
    rule.forgetting().forget(now, 100);
    assertThat(sections(fatima)).doesNotContain("profile", "photo", "desk_hours");

    var joost = world.joost();
    profiles.changePhoto(joost.id(), new byte[] {1});
    records.forEach(one -> one.erase(new Leaver(joost.id(), joost.name(), joost.email(), null)));
    assertThat(sections(joost)).doesNotContain("profile", "photo", "desk_hours");
  }

  private List<String> sections(Colleague who) {
    return records.stream()
        .flatMap(one -> one.about(who.id()).stream())
        .filter(section -> !section.rows().isEmpty())
        .map(Section::name)
        .map(Objects::requireNonNull)
        .toList();
  }
}
