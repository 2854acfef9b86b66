package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.platform.print.SheetPrinting;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class PosterTest {
  @Autowired World world;
  @Autowired Profiles profiles;
  @Autowired JdbcClient sql;

  private long floor;
  private String code = "";

  @BeforeEach
  void aFloorWithACode() {
    world.sanne();
    floor = place("Utrecht/Gebouw B/3");
    code =
        sql.sql(
                "select code from network.place_code where location_id = :floor and withdrawn_at is null")
            .param("floor", floor)
            .query(String.class)
            .single();
  }

  private long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .single();
  }

  private String ofFloor() {
    return "?location=" + floor;
  }

  private byte[] file(Colleague who, String query, String... choices) {
    var address = new StringBuilder("/posters/piece/file" + query);
    for (var i = 0; i < choices.length; i += 2) {
      address.append('&').append(choices[i]).append('=').append(choices[i + 1]);
    }
    var answer = world.as(who).get(address.toString());
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  /** The page as a printer makes it, read as a phone does; on paper there is no better contrast. */
  @ParameterizedTest
  @EnumSource(PosterDesign.class)
  void eachPieceIsReadFromItsPage(PosterDesign design) {
    for (var format : PosterFormat.values()) {
      for (var language : PosterLanguage.values()) {
        var pdf =
            file(
                world.marieke(),
                ofFloor(),
                "format",
                format.word(),
                "design",
                design.word(),
                "language",
                language.word(),
                "marks",
                "true");
        var name = design.word() + "-" + format.word() + "-" + language.word();
        assertThat(Codes.of(SheetPrinting.picture(pdf, 1000)))
            .as(name)
            .hasSize(format == PosterFormat.DESK ? 2 : 1)
            .allMatch(read -> read.endsWith("/h/" + code) && read.startsWith("http"));
        var text = new Pdf(pdf).text();
        assertThat(text).as(name).contains("/h/" + code, "Gebouw B · 3");
        assertThat(new Pdf(pdf).language()).isEqualTo(language == PosterLanguage.EN ? "en" : "nl");
        if (format == PosterFormat.DESK) {
          assertThat(text.contains("Vouw langs")).as(name).isEqualTo(language != PosterLanguage.EN);
          assertThat(text.contains("Fold along")).as(name).isEqualTo(language != PosterLanguage.NL);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PosterDesign.class)
  void canBeReadAloudWhateverStandsOnIt(PosterDesign design) throws IOException {
    profiles.changePhoto(world.fatima().id(), photo());
    profiles.print(world.fatima().id(), true, true);
    var person = "?person=" + world.fatima().id();
    for (var format : PosterFormat.values()) {
      var pdf =
          new Pdf(
              file(
                  world.marieke(),
                  person,
                  "format",
                  format.word(),
                  "design",
                  design.word(),
                  "language",
                  "both",
                  "slogan",
                  "Žluťoučký kůň Ж <b>x</b>"));
      assertThat(pdf.objections()).as(format.word()).isEmpty();
      assertThat(pdf.fonts()).isNotEmpty().allMatch(font -> font.isEmbedded());
      assertThat(pdf.text()).contains(world.fatima().name());
      assertThat(pdf.title()).contains(world.fatima().name());
      pdf.draw("poster-" + format.word() + "-" + design.word());
    }
  }

  @Test
  void bleedAndMarksAreForWhoAsks() {
    var plain = new Pdf(file(world.marieke(), ofFloor(), "format", "a5"));
    assertThat(millimetres(plain.<PDRectangle>read(it -> it.getPage(0).getMediaBox())))
        .containsExactly(148L, 210L);
    var marked = new Pdf(file(world.marieke(), ofFloor(), "format", "a5", "marks", "true"));
    assertThat(millimetres(marked.<PDRectangle>read(it -> it.getPage(0).getTrimBox())))
        .containsExactly(148L, 210L);
    assertThat(millimetres(marked.<PDRectangle>read(it -> it.getPage(0).getBleedBox())))
        .containsExactly(154L, 216L);
    assertThat(millimetres(marked.<PDRectangle>read(it -> it.getPage(0).getMediaBox())))
        .containsExactly(174L, 236L);
  }

  private static List<Long> millimetres(PDRectangle box) {
    return List.of(Math.round(box.getWidth() * 25.4 / 72), Math.round(box.getHeight() * 25.4 / 72));
  }

  @Test
  void theLeadChoosesAndSeesTheRealThing() throws IOException {
    var lead = world.as(world.marieke());
    var found = lead.page("/posters?q=gebouw b 3");
    assertThat(found.select("#found a").eachAttr("href"))
        .contains("/posters/piece?location=" + floor);
    assertThat(lead.page("/posters?q=fatma").select("#found a").eachAttr("href"))
        .contains("/posters/piece?person=" + world.fatima().id());
    assertThat(lead.page("/posters?q=sanne").select("#found a").eachAttr("href"))
        .as("is no power user")
        .doesNotContain("/posters/piece?person=" + world.sanne().id());
    assertThat(lead.page("/posters?q=xyzzyx").select("#found").text()).contains("Niets gevonden");

    var page =
        lead.page(
            "/posters/piece?location=" + floor + "&design=round&format=badge&slogan=Kom maar");
    assertThat(page.select("#format option[selected]").val()).isEqualTo("badge");
    assertThat(page.select("input[name=design][checked]").val()).isEqualTo("round");
    assertThat(page.expectFirst("#slogan").val()).isEqualTo("Kom maar");
    assertThat(page.select("noscript button")).hasSize(1);
    var picture = lead.get(page.expectFirst(".poster-picture").attr("src").replace("%20", " "));
    assertThat(picture).hasStatusOk().hasContentType("image/png");
    var shown = picture.getResponse().getContentAsByteArray();
    assertThat(Codes.of(shown)).hasSize(1);
    var image = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    var file = lead.get(page.expectFirst("a[download]").attr("href").replace("%20", " "));
    assertThat(file.getResponse().getHeader("Content-Disposition")).contains("Badge");
    assertThat(new Pdf(file.getResponse().getContentAsByteArray()).text()).contains("Kom maar");
  }

  @Test
  void aDepartmentsCodeLeadsToWhereItsPeopleSit() {
    var department =
        sql.sql("select department_id from people.person where id = :sanne")
            .param("sanne", world.sanne().id())
            .query(Long.class)
            .single();
    var page = world.as(world.willemijn()).page("/posters/piece?department=" + department);
    assertThat(page.select("h1").text()).contains("Crediteuren");
    assertThat(page.select("#location option[selected]").text())
        .isEqualTo("Utrecht · Gebouw B · 3");
    assertThat(new Pdf(file(world.willemijn(), "?department=" + department)).text())
        .contains("Crediteuren", "Gebouw B · 3 · Utrecht", "/h/" + code);
    assertThat(
            world
                .as(world.willemijn())
                .get("/posters/piece?department=" + department + "&location=" + place("Groningen")))
        .hasStatus(404);
  }

  @Test
  void aPowerUserMakesThemForTheirOwnPlacesOnly() {
    var fatima = world.as(world.fatima());
    var own = fatima.page("/posters");
    assertThat(own.select("form[role=search]")).isEmpty();
    assertThat(own.select("a[href='/posters/piece?location=" + floor + "']")).hasSize(1);
    assertThat(fatima.page("/posters/piece?location=" + floor).select(".poster-picture"))
        .hasSize(1);
    file(world.fatima(), "?person=" + world.fatima().id());
    for (var foreign :
        List.of(
            "?location=" + place("Utrecht/Gebouw B"),
            "?location=" + place("Groningen"),
            "?location=987654321",
            "?person=" + world.joost().id(),
            "?person=" + world.fatima().id() + "&location=" + place("Groningen"),
            "?department=1")) {
      for (var address :
          List.of("/posters/piece", "/posters/piece/picture", "/posters/piece/file")) {
        assertThat(fatima.get(address + foreign)).as(address + foreign).hasStatus(404);
      }
    }
    assertThat(fatima.page("/posters?q=groningen").select("#found a")).isEmpty();
  }

  @Test
  void isNotForEverybody() {
    for (var other : Set.of(world.sanne(), world.pieter(), world.erik(), world.noor())) {
      assertThat(world.as(other).get("/posters")).hasStatus(404);
      assertThat(world.as(other).get("/posters/piece/file" + ofFloor())).hasStatus(404);
    }
    assertThat(world.stranger().get("/posters/piece/file" + ofFloor())).hasStatus(302);
  }

  /** Nobody stands on paper who did not say so; and who is away is not said at all. */
  @Test
  void nameAndPhotoOnlyAsAgreed() throws IOException {
    var person = "?person=" + world.fatima().id();
    profiles.changePhoto(world.fatima().id(), photo());
    assertThat(new Pdf(file(world.marieke(), person)).text()).doesNotContain("Fatima");
    assertThat(world.as(world.marieke()).page("/posters/piece" + person).select(".alert").text())
        .contains("Fatima vindt het niet goed");

    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/posters/piece" + person).select(".alert a[href='/profile#paper']"))
        .hasSize(1);
    assertThat(fatima.post("/profile/paper", "name", "true")).hasStatus(303);
    var named = new Pdf(file(world.marieke(), person));
    assertThat(named.text()).contains("Fatima El Idrissi");
    assertThat(pictures(named)).isZero();
    assertThat(fatima.post("/profile/paper", "name", "true", "photo", "true")).hasStatus(303);
    assertThat(pictures(new Pdf(file(world.marieke(), person)))).isOne();
    assertThat(fatima.page("/profile").select("#paper input[checked]")).hasSize(2);
    assertThat(fatima.post("/profile/paper", "photo", "true")).hasStatus(422);
    assertThat(fatima.post("/profile/paper")).hasStatus(303);
    assertThat(new Pdf(file(world.marieke(), person)).text()).doesNotContain("Fatima");
    assertThat(
            sql.sql(
                    "select what from platform.audit where subject_id = :id and what like '%printed%' order by id")
                .param("id", world.fatima().id())
                .query(String.class)
                .list())
        .containsExactly("printed_by_name", "no_longer_printed");
  }

  private static long pictures(Pdf pdf) {
    return pdf.read(it -> {
      var resources = it.getPage(0).getResources();
      var found = 0L;
      for (var name : resources.getXObjectNames()) {
        found += resources.isImageXObject(name) ? 1 : 0;
      }
      return found;
    });
  }

  private static byte[] photo() throws IOException {
    var image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x997755));
    pen.fillRect(0, 0, 320, 320);
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "format, a0, lijst",
    "design, baroque, ontwerpen",
    "language, fr, Nederlands",
    "slogan, 'Deze tekst is echt veel te lang om van een afstand nog te lezen, dus', 60 tekens",
    "slogan, 'Kom maar langs 👋🏽', In onze letters zit 👋 🏽 niet",
    "slogan, '欢迎', In onze letters zit 欢 迎 niet"
  })
  void whatCannotBeIsRefusedInWords(String field, String value, String words) {
    var lead = world.as(world.marieke());
    var refused = lead.get("/posters/piece" + ofFloor() + "&" + field + "=" + value);
    assertThat(refused).hasStatus(422);
    var page = Browser.html(refused);
    assertThat(page.select("[role=alert]").text()).contains(words);
    assertThat(page.select("#" + field + "-error").text()).contains(words);
    assertThat(page.select(".poster-picture")).isEmpty();
    if (field.equals("slogan")) {
      assertThat(page.expectFirst("#slogan").val()).isEqualTo(value);
    }
    for (var address : List.of("/posters/piece/picture", "/posters/piece/file")) {
      assertThat(lead.get(address + ofFloor() + "&" + field + "=" + value)).hasStatus(422);
    }
  }

  @Test
  void whatIsTypedStaysText() {
    var text =
        new Pdf(file(world.marieke(), ofFloor(), "slogan", "<b>Kom</b>\u0007\u202E maar")).text();
    assertThat(text).contains("<b>Kom</b> maar");
  }

  @Test
  void withoutASubjectOneChoosesFirst() {
    for (var address : List.of("/posters/piece", "/posters/piece/picture", "/posters/piece/file")) {
      assertThat(world.as(world.marieke()).get(address).getResponse().getHeader("Location"))
          .isEqualTo("/posters");
    }
  }
}
