package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class SignatureTest {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Profiles profiles;

  private String code() {
    return sql.sql(
            """
            select c.code from people.person p join network.place_code c on c.location_id = p.location_id and c.withdrawn_at is null
             where p.id = :fatima
            """)
        .param("fatima", world.fatima().id())
        .query(String.class)
        .single();
  }

  @Test
  void leadsFromBelowAMailToThePlace() {
    var fatima = world.as(world.fatima());
    var page = fatima.page("/posters/signature");
    var html = Jsoup.parse(page.expectFirst("#signature").wholeText());
    assertThat(html.text())
        .contains("Fatima El Idrissi", "Power user van Nova ERP", "Loop je vast");
    assertThat(html.expectFirst("a").attr("href")).endsWith("/h/" + code());
    var picture = fatima.get(page.expectFirst(".poster-signature").attr("src"));
    assertThat(picture).hasStatusOk().hasContentType("image/png");
    assertThat(Codes.of(picture.getResponse().getContentAsByteArray()))
        .singleElement()
        .asString()
        .endsWith("/h/" + code());
    assertThat(fatima.page("/posters/signature?language=en").expectFirst("#signature").wholeText())
        .contains("Power user of Nova ERP");
  }

  @Test
  void aNameIsTextAlsoThere() {
    sql.sql("update people.person set name = :name where id = :fatima")
        .param("name", "Fatima <b onmouseover=x> & Co")
        .param("fatima", world.fatima().id())
        .update();
    var html =
        world.as(world.fatima()).page("/posters/signature").expectFirst("#signature").wholeText();
    assertThat(Jsoup.parse(html).select("b")).isEmpty();
    assertThat(Jsoup.parse(html).text()).contains("Fatima <b onmouseover=x> & Co");
  }

  @Test
  void isMadeForAFloorAndADepartmentToo() {
    var floor = place("Utrecht/Gebouw B/3");
    var page = world.as(world.marieke()).page("/posters/signature?location=" + floor);
    var html = html(page);
    assertThat(page.expectFirst("h1").text()).isEqualTo("Handtekening voor Gebouw B · 3");
    assertThat(html.text()).contains("Steunpunt IT", "Gebouw B · 3 · Utrecht", "Loop je vast");
    assertThat(html.expectFirst("a").attr("href")).endsWith("/h/" + codeOf(floor));
    assertThat(read(page)).endsWith("/h/" + codeOf(floor));
    assertThat(page.select(".alert-warning").text())
        .contains("Er staat nu http://127.0.0.1:8080 in");

    var department =
        sql.sql("select department_id from people.person where id = :fatima")
            .param("fatima", world.fatima().id())
            .query(Long.class)
            .single();
    var ofDepartment = "/posters/signature?department=" + department;
    var crediteuren = world.as(world.marieke()).page(ofDepartment);
    assertThat(html(crediteuren).text()).contains("Steunpunt IT", "Crediteuren · Gebouw B");
    assertThat(crediteuren.select("#location option")).isNotEmpty();
    var other = crediteuren.select("#location option:not([selected])").attr("value");
    assertThat(
            html(world.as(world.marieke()).page(ofDepartment + "&location=" + other))
                .expectFirst("a")
                .attr("href"))
        .endsWith("/h/" + codeOf(Long.parseLong(other)));
  }

  @Test
  void looksAndSpeaksAsChosen() {
    var floor = "/posters/signature?location=" + place("Utrecht/Gebouw B/3");
    var marieke = world.as(world.marieke());
    for (var design : PosterDesign.values()) {
      for (var language : PosterLanguage.values()) {
        var page =
            marieke.page(floor + "&design=" + design.word() + "&language=" + language.word());
        assertThat(read(page)).as(design + " " + language).contains("/h/");
        assertThat(html(page).text().contains("Loop je vast"))
            .isEqualTo(language != PosterLanguage.EN);
        assertThat(html(page).text().contains("Stuck?")).isEqualTo(language != PosterLanguage.NL);
      }
    }
    assertThat(html(marieke.page(floor + "&slogan=Vraagmaar")).text())
        .contains("Vraagmaar")
        .doesNotContain("Loop je vast");
    assertThat(marieke.get(floor + "&slogan=" + "x".repeat(61))).hasStatus(422);
    assertThat(marieke.get(floor + "&design=grand")).hasStatus(422);
    assertThat(marieke.get(floor.replace("?", "/picture?") + "&design=grand")).hasStatus(422);
  }

  /** As on paper: of a colleague only what they agreed to. */
  @Test
  void namesACollegueOnlyWhoAgreed() {
    var ofFatima = "/posters/signature?person=" + world.fatima().id();
    var marieke = world.as(world.marieke());
    var page = marieke.page(ofFatima);
    assertThat(html(page).text()).contains("Steunpunt IT").doesNotContain("Fatima");
    assertThat(page.select(".alert").text()).contains("Fatima vindt het niet goed");
    profiles.print(world.fatima().id(), true, false);
    assertThat(html(marieke.page(ofFatima)).text())
        .contains("Fatima El Idrissi", "Power user van Nova ERP");
  }

  @Test
  void isForWhoMakesPaper() {
    var floor = "?location=" + place("Utrecht/Gebouw B/3");
    for (var query : List.of("", floor)) {
      assertThat(world.as(world.sanne()).get("/posters/signature" + query)).hasStatus(404);
      assertThat(world.as(world.sanne()).get("/posters/signature/picture" + query)).hasStatus(404);
    }
    for (var other : List.of(world.marieke(), world.willemijn())) {
      assertThat(world.as(other).get("/posters/signature")).hasStatus(303);
      assertThat(world.as(other).get("/posters/signature/picture")).hasStatus(303);
    }
    // A power user for their own places, and for no colleague.
    var fatima = world.as(world.fatima());
    assertThat(fatima.get("/posters/signature" + floor)).hasStatusOk();
    for (var query :
        List.of(
            "?location=" + place("Groningen"),
            "?person=" + world.joost().id(),
            "?location=9999999")) {
      assertThat(fatima.get("/posters/signature" + query)).hasStatus(404);
      assertThat(fatima.get("/posters/signature/picture" + query)).hasStatus(404);
    }
  }

  private static Document html(Document page) {
    return Jsoup.parse(page.expectFirst("#signature").wholeText());
  }

  private String read(Document page) {
    var picture = world.as(world.marieke()).get(page.expectFirst(".poster-signature").attr("src"));
    assertThat(picture).hasStatusOk().hasContentType("image/png");
    return Codes.of(picture.getResponse().getContentAsByteArray()).getFirst();
  }

  private long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .single();
  }

  private String codeOf(long location) {
    return sql.sql(
            "select code from network.place_code where location_id = :location and withdrawn_at is null")
        .param("location", location)
        .query(String.class)
        .single();
  }
}
