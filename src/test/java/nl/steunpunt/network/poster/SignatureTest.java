package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class SignatureTest {
  @Autowired World world;
  @Autowired JdbcClient sql;

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
  void isForPowerUsers() {
    for (var other : List.of(world.sanne(), world.marieke(), world.willemijn())) {
      assertThat(world.as(other).get("/posters/signature")).hasStatus(404);
      assertThat(world.as(other).get("/posters/signature/picture")).hasStatus(404);
    }
  }
}
