package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A code that is followed from paper, without an account and with one. */
@SteunpuntTest
class ScanTest {
  private static int next = 1;

  @Autowired World world;
  @Autowired PlaceCodes codes;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<RetentionRule> rules;

  private final String client = "198.18.0." + next++;
  private long floor;
  private String code = "";

  @BeforeEach
  void open() {
    world
        .as(world.willemijn())
        .post("/admin/who-helps/open", "open", "true", "networks", "198.18.0.0/24");
    floor =
        sql.sql("select id from people.location where path = 'Utrecht/Gebouw B/3'")
            .query(Long.class)
            .single();
    code = current();
  }

  private String current() {
    return sql.sql(
            "select code from network.place_code where location_id = :floor and withdrawn_at is null")
        .param("floor", floor)
        .query(String.class)
        .single();
  }

  private MvcTestResult scan(HttpMethod method, String address, String... headers) {
    var request =
        world
            .api()
            .method(method)
            .uri(address)
            .header("Accept-Language", "nl")
            .with(it -> {
              it.setRemoteAddr(client);
              return it;
            });
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.exchange();
  }

  private int scans() {
    return sql.sql("select coalesce(sum(scans), 0)::int from network.place_scan where code = :code")
        .param("code", code)
        .query(Integer.class)
        .single();
  }

  @Test
  void eachLookFromPaperIsCountedForItsDayAndNothingElseOfIt() {
    assertThat(scan(HttpMethod.GET, "/h/" + code)).hasStatusOk();
    assertThat(scan(HttpMethod.GET, "/h/" + code.toUpperCase(java.util.Locale.ROOT))).hasStatusOk();
    world.as(world.sanne()).get("/h/" + code);
    assertThat(scans()).isEqualTo(3);
    assertThat(
            sql.sql(
                    """
                    select string_agg(column_name, ' ' order by ordinal_position) from information_schema.columns
                     where table_schema = 'network' and table_name = 'place_scan'
                    """)
                .query(String.class)
                .single())
        .isEqualTo("code day scans");
    var answer = scan(HttpMethod.GET, "/h/" + code);
    assertThat(answer.getResponse().getCookies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Purpose, prefetch",
    "Sec-Purpose, prefetch;prerender",
    "Purpose, prefetch",
    "X-Purpose, preview",
    "X-Moz, prefetch",
    "Sec-Fetch-Dest, image",
    "Referer, http://localhost/who-helps?location=3",
    "Referer, https://chat.example/channel",
    "Referer, ':not an address'"
  })
  void whatIsNoLookFromPaperIsNotCounted(String header, String value) {
    assertThat(scan(HttpMethod.GET, "/h/" + code, header, value)).hasStatusOk();
    assertThat(scan(HttpMethod.HEAD, "/h/" + code)).hasStatusOk();
    assertThat(scans()).isZero();
  }

  @Test
  void whoSignsInOnTheWayIsCountedOnceAndWhoIsTurnedAwayNotAtAll() {
    world.as(world.willemijn()).post("/admin/who-helps/open", "networks", "");
    assertThat(scan(HttpMethod.GET, "/h/" + code)).hasStatus(303);
    assertThat(scans()).isZero();
    var sanne = world.as(world.sanne()).cookie();
    world
        .api()
        .get()
        .uri("/h/" + code)
        .cookie(sanne)
        .header("Referer", "http://localhost/sign-in?to=%2Fh%2F" + code)
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
    assertThat(scans()).isOne();
    world.as(world.sanne()).get("/h/nothere1");
    assertThat(
            sql.sql("select count(*) from network.place_scan where code = 'nothere1'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theLeadSeesAModestNumberAWeek() {
    var lead = world.as(world.marieke());
    assertThat(lead.page("/posters/codes").select(".empty")).hasSize(1);
    scan(HttpMethod.GET, "/h/" + code);
    scan(HttpMethod.GET, "/h/" + code);
    sql.sql("insert into network.place_scan (code, day, scans) values (:code, :day, 5)")
        .param("code", code)
        .param(
            "day",
            clock.instant().minus(Duration.ofDays(7)).atZone(OrganisationClock.ZONE).toLocalDate())
        .update();
    var row = lead.page("/posters/codes").expectFirst("tbody tr");
    assertThat(row.expectFirst("th").text()).contains("Gebouw B · 3", "/h/" + code);
    assertThat(row.select("td").eachText()).containsExactly("0", "0", "5", "2");
    assertThat(world.as(world.willemijn()).get("/posters/codes")).hasStatusOk();
    assertThat(world.as(world.fatima()).get("/posters/codes")).hasStatus(404);
  }

  @Test
  void manyCodesComeInPages() {
    scan(HttpMethod.GET, "/h/" + code);
    for (int i = 0; i < ScanController.MOST; i++) {
      sql.sql(
              """
              with old as (
                insert into network.place_code (code, location_id, made_at, withdrawn_at)
                select :old, location_id, made_at, made_at from network.place_code where code = :code
                returning code
              )
              insert into network.place_scan (code, day, scans) select code, :day, 1 from old
              """)
          .param("old", "old%05d".formatted(i))
          .param("code", code)
          .param("day", clock.instant().atZone(OrganisationClock.ZONE).toLocalDate())
          .update();
    }
    var lead = world.as(world.marieke());
    var one = lead.page("/posters/codes");
    assertThat(one.select("tbody tr")).hasSize(ScanController.MOST);
    assertThat(one.expectFirst("tbody th").text()).contains("/h/" + code);
    var two = lead.page(one.expectFirst(".pages a").attr("href"));
    assertThat(two.select("tbody th").eachText()).hasSize(1);
    assertThat(two.select("tbody th").text()).contains("/h/old00099");
  }

  @Test
  void aWithdrawnCodeSaysSoAndHelpsOn() {
    var old = code;
    assertThat(world.as(world.fatima()).post("/posters/codes/" + old + "/withdrawal"))
        .hasStatus(404);
    assertThat(world.as(world.marieke()).post("/posters/codes/nothere1/withdrawal")).hasStatus(404);
    var done = world.as(world.marieke()).post("/posters/codes/" + old + "/withdrawal");
    assertThat(done).hasStatus(303);
    assertThat(world.as(world.marieke()).post("/posters/codes/" + old + "/withdrawal"))
        .as("once is enough")
        .hasStatus(404);
    code = current();
    assertThat(code).isNotEqualTo(old);
    assertThat(scan(HttpMethod.GET, "/h/" + code)).hasStatusOk();

    var stranger = scan(HttpMethod.GET, "/h/" + old);
    assertThat(stranger).hasStatus(410);
    var page = Browser.html(stranger);
    assertThat(page.text()).contains("Dit bordje is oud").doesNotContain("Gebouw B");
    assertThat(page.select("form[action='/who-helps/open']")).hasSize(1);
    var sanne = world.as(world.sanne()).get("/h/" + old);
    assertThat(sanne).hasStatus(303);
    assertThat(sanne.getResponse().getRedirectedUrl()).isEqualTo("/who-helps");
    assertThat(
            world
                .api()
                .get()
                .uri("/api/v1/places/" + old)
                .header("Authorization", "Bearer " + world.token(world.sanne())))
        .hasStatus(404);
    assertThat(
            world
                .as(world.marieke())
                .page("/posters/piece?location=" + floor)
                .expectFirst(".poster-picture")
                .attr("alt"))
        .contains("/h/" + code);
    codes.fill();
    assertThat(current()).isEqualTo(code);
  }

  /** As after an import was undone. */
  @Test
  void aPlaceThatIsGoneIsAnOldSignToo() {
    sql.sql(
            "insert into network.place_code (code, location_id, made_at) values ('gone2345', 987654321, :now)")
        .param("now", clock.instant())
        .update();
    assertThat(scan(HttpMethod.GET, "/h/gone2345")).hasStatus(410);
    assertThat(world.as(world.sanne()).get("/h/gone2345")).hasStatus(303);
  }

  @Test
  void theyAreForgotten() {
    scan(HttpMethod.GET, "/h/" + code);
    var rule =
        rules.stream().filter(one -> one.name().equals("place_scans")).findFirst().orElseThrow();
    assertThat(rule.forgetting().forget(clock.instant(), 10)).isZero();
    assertThat(rule.forgetting().forget(clock.instant().plus(Duration.ofDays(2)), 10)).isOne();
    assertThat(scans()).isZero();
  }
}
