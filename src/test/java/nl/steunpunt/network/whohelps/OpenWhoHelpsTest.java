package nl.steunpunt.network.whohelps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is not signed in, and the short addresses of places. */
@SteunpuntTest
class OpenWhoHelpsTest {
  @Autowired World world;
  @Autowired Profiles profiles;
  @Autowired JdbcClient sql;

  private String code;
  private long place;

  @BeforeEach
  void aPlaceWithACode() {
    world.sanne();
    place =
        sql.sql("select id from people.location where path = 'Utrecht/Gebouw B/3'")
            .query(Long.class)
            .single();
    code = "abcd2345";
    sql.sql(
            """
            insert into network.place_code (code, location_id, made_at) values (:code, :place, '2026-01-01Z')
            on conflict (location_id) where withdrawn_at is null do update set code = excluded.code
            """)
        .param("code", code)
        .param("place", place)
        .update();
  }

  private static int next = 1;

  /** Each test looks from an address of its own: looks are counted. */
  private final String client = "192.0.2." + next++;

  private MvcTestResult get(String from, String address, String... headers) {
    var request =
        world
            .api()
            .get()
            .uri(address)
            .header("Accept-Language", "nl")
            .with(it -> {
              it.setRemoteAddr(from);
              return it;
            });
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.exchange();
  }

  private Document page(String address) {
    var answer = get(client, address);
    assertThat(answer).hasStatusOk();
    return Browser.html(answer);
  }

  /** A browser does not send a box that is not ticked. */
  private MvcTestResult set(boolean open, String networks) {
    var administrator = world.as(world.willemijn());
    return open
        ? administrator.post("/admin/who-helps/open", "open", "true", "networks", networks)
        : administrator.post("/admin/who-helps/open", "networks", networks);
  }

  private void agrees() {
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), true, true));
  }

  @Test
  void isClosedUntilTheAdministratorOpensItAndThenForTheseNetworksOnly() {
    for (var address : List.of("/who-helps/open", "/h/" + code, "/h/unknown")) {
      assertThat(get(client, address)).as(address).hasStatus(303);
    }
    assertThat(set(true, "192.0.2.0/24\n2001:db8::/32")).hasStatus(303);
    assertThat(get(client, "/h/" + code)).hasStatusOk();
    assertThat(get("2001:db8::7", "/who-helps/open")).hasStatusOk();
    assertThat(get("198.51.100.1", "/h/" + code)).hasStatus(303);
    assertThat(get("198.51.100.1", "/h/" + code, "X-Forwarded-For", client)).hasStatus(303);
    assertThat(get(client, "/h/" + code, "X-Forwarded-For", "192.0.2.9")).hasStatus(303);
    assertThat(get(client, "/h/nothere1")).hasStatus(404);
    assertThat(set(false, "192.0.2.0/24")).hasStatus(303);
    assertThat(get(client, "/h/" + code).getResponse().getRedirectedUrl())
        .isEqualTo("/sign-in?to=%2Fh%2F" + code);
  }

  @Test
  void showsNoMoreThanThePowerUserAgreedTo() {
    set(true, "192.0.2.0/24");
    var nobody = page("/h/" + code);
    assertThat(nobody.text())
        .contains("Wie hier helpt, zie je als je inlogt")
        .doesNotContain("Fatima")
        .doesNotContain("Joost");
    agrees();
    var one = page("/h/" + code.toUpperCase(java.util.Locale.ROOT));
    assertThat(one.select(".who-name").eachText()).containsExactly("Fatima El Idrissi");
    assertThat(one.select(".who-card").text()).contains("B3.12").doesNotContain("crediteuren");
    assertThat(one.select("a[href^=mailto], a[href^=tel], img.face")).isEmpty();
    assertThat(one.text()).contains("Er helpen hier meer collega’s").doesNotContain("Joost");
  }

  @Test
  void aQuestionIsTypedThereAndSignsInOnSending() {
    set(true, "192.0.2.0/24");
    agrees();
    var form = page("/h/" + code).expectFirst("form[data-carry]");
    assertThat(List.of(form.attr("method"), form.attr("action"))).containsExactly("post", "/ask");
    assertThat(form.select("label[for=open-text]").text()).isEqualTo("Waar loop je vast?");
    assertThat(form.text()).contains("Bij het versturen log je in. Je tekst blijft staan.");
    // As long as a question may be, with what an address writes in nine signs.
    var text = "Btw-code weg: “ik” zie €0, 100% niets. ".repeat(110).substring(0, 4000).strip();
    var away = send(text);
    assertThat(away).hasStatus(303);
    assertThat(redirected(away)).startsWith("/ask?kept=").hasSizeLessThan(80);
    var signIn = redirected(get(client, redirected(away)));
    assertThat(
            page("/sign-in?to=" + back(signIn)).expectFirst("[data-carried]:not([hidden])").text())
        .isEqualTo("Je vraag blijft bewaard. Log in om hem te versturen.");
    assertThat(standsThere(signIn)).isEqualTo(text);
  }

  @Test
  void aQuestionThatIsTooLongStaysWhereItIsTyped() {
    set(true, "192.0.2.0/24");
    var text = "Btw-code weg: “ik” zie €0, 100% niets. ".repeat(130).substring(0, 5000);
    var refused = send(text);
    assertThat(refused).hasStatus(422);
    var form = Browser.html(refused).expectFirst("form[data-carry]");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo(text);
    assertThat(form.text()).contains("hooguit 4.000 tekens", "Je tekst staat er nog");
    assertThat(sql.sql("select count(*) from support.carried_text").query(Integer.class).single())
        .isZero();
  }

  /** From a link elsewhere, which is as long as an address can be. */
  @Test
  void aShortTextMayComeInTheAddress() {
    var signIn = redirected(get(client, "/ask?text=Btw-code-weg"));
    assertThat(standsThere(signIn)).isEqualTo("Btw-code-weg");
  }

  private MvcTestResult send(String text) {
    return world
        .api()
        .post()
        .uri("/ask")
        .param("text", text)
        .header("Accept-Language", "nl")
        .header("Sec-Fetch-Site", "same-origin")
        .header("Referer", "http://localhost/h/" + code)
        .with(it -> {
          it.setRemoteAddr(client);
          return it;
        })
        .exchange();
  }

  private static String redirected(MvcTestResult answer) {
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  /** In the field, after signing in. */
  private String standsThere(String signIn) {
    return world.as(world.sanne()).page(back(signIn)).expectFirst("#ask-text").wholeText();
  }

  private static String back(String signIn) {
    assertThat(signIn).startsWith("/sign-in?to=");
    return URLDecoder.decode(signIn.replaceFirst(".*to=", ""), StandardCharsets.UTF_8);
  }

  @Test
  void aPlaceIsFoundByItsNameAndNothingElseIs() {
    set(true, "192.0.2.0/24");
    var found = page("/who-helps/open?q=gebouw+b+3");
    assertThat(found.expectFirst(".who-hit").attr("href")).isEqualTo("/h/" + code);
    assertThat(found.select(".who-hit")).hasSizeLessThanOrEqualTo(5);
    assertThat(page("/who-helps/open?q=fatima").text()).doesNotContain("El Idrissi");
    assertThat(page("/who-helps/open?q=ut").select(".who-hit")).isEmpty();
    assertThat(page("/who-helps/open?location=" + place).text()).doesNotContain("Gebouw B");
    assertThat(world.stranger().get("/who-helps?location=" + place)).hasStatus3xxRedirection();
  }

  @Test
  void aWholeOfficeBehindOneAddressLooksAtThePosterInItsHall() {
    set(true, "192.0.2.0/24");
    for (var i = 0; i < 10 * OpenDoor.PLACES; i++) {
      assertThat(get(client, "/h/" + code)).hasStatusOk();
    }
    assertThat(get(client, "/who-helps/open")).hasStatusOk();
  }

  @Test
  void whoWalksFromPlaceToPlaceHasToWaitAndStillSeesWhereItWas() {
    set(true, "192.0.2.0/24");
    assertThat(get(client, "/h/" + code)).hasStatusOk();
    // Whether there is such a place is found out no faster.
    var guesses = statuses(2 * OpenDoor.PLACES, i -> "/h/guess" + i);
    assertThat(guesses.subList(0, OpenDoor.PLACES - 1)).containsOnly(404);
    assertThat(guesses).contains(429);
    assertThat(get(client, "/h/" + code)).hasStatusOk();
    assertThat(get("192.0.2.250", "/h/another")).hasStatus(404);
    assertThat(get(client, "/who-helps/open?q=Gebouw")).as("its own allowance").hasStatusOk();
  }

  private List<Integer> statuses(int times, IntFunction<String> address) {
    return IntStream.range(0, times)
        .mapToObj(i -> get(client, address.apply(i)).getResponse().getStatus())
        .toList();
  }

  @Test
  void whoSearchesTooOftenHasToWait() {
    set(true, "192.0.2.0/24");
    var searches = statuses(2 * OpenDoor.SEARCHES, _ -> "/who-helps/open?q=Gebouw");
    assertThat(searches.subList(0, OpenDoor.SEARCHES)).containsOnly(200);
    assertThat(searches).contains(429);
    assertThat(get(client, "/h/" + code)).hasStatusOk();
  }

  @Test
  void theSignInPageLeadsThereFromTheseNetworks() {
    assertThat(page("/sign-in").select("a[href='/who-helps/open']")).isEmpty();
    set(true, "192.0.2.0/24");
    assertThat(page("/sign-in").select("a[href='/who-helps/open']")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', noem",
    "hallo, is geen netwerk",
    "192.0.2.0/33, is geen netwerk",
    "192.0.2.7/24, Bedoel je 192.0.2.0/24",
    "0.0.0.0/0, te ruim",
    "::/0, te ruim",
    "2001:db8::1/32, Bedoel je 2001:db8:0:0:0:0:0:0/32",
    "192.0.2.0/24 192.0.3.0/24, is geen netwerk"
  })
  void nonsenseIsRefusedInWords(String networks, String words) {
    var refused = set(true, networks);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("[role=alert]").text()).containsIgnoringCase(words);
    assertThat(get(client, "/who-helps/open")).hasStatus(303);
  }

  @Test
  void thatSomebodyAgreesIsNoted() {
    var fatima = world.as(world.fatima());
    fatima.post("/profile", "language", "nl", "strangers", "true");
    fatima.post("/profile", "language", "nl", "strangers", "true");
    fatima.post("/profile", "language", "nl");
    assertThat(
            sql.sql(
                    "select what from platform.audit where subject_id = :id and what like '%strangers' order by id")
                .param("id", world.fatima().id())
                .query(String.class)
                .list())
        .containsExactly("shown_to_strangers", "hidden_from_strangers");
  }

  @Test
  void signedInACodeLeadsToThePlace() {
    var sanne = world.as(world.sanne());
    assertThat(sanne.get("/h/" + code).getResponse().getRedirectedUrl())
        .isEqualTo("/who-helps?location=" + place);
    assertThat(sanne.get("/h/nothere1")).hasStatus(404);
    assertThat(sanne.page("/who-helps?location=" + place).select("a[href='/h/" + code + "']"))
        .hasSize(1);
  }

  @Test
  void theApiTellsWhoHelpsAtTheCode() throws Exception {
    var answer = api("/api/v1/places/" + code);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentAsString())
        .contains("\"location\":\"Utrecht/Gebouw B/3\"", "Fatima El Idrissi", "\"serves\"")
        .doesNotContain("@");
    assertThat(api("/api/v1/places/nothere1")).hasStatus(404);
  }

  private MvcTestResult api(String address) {
    return world
        .api()
        .get()
        .uri(address)
        .header("Authorization", "Bearer " + world.token(world.sanne()))
        .exchange();
  }

  @Test
  void eachPlaceGetsACodeOnceAndKeepsIt(@Autowired PlaceCodes codes) {
    sql.sql("delete from network.place_code where code <> :code").param("code", code).update();
    codes.fill();
    var made = codes();
    assertThat(made).hasSameSizeAs(places()).contains(code).doesNotHaveDuplicates();
    assertThat(made).allMatch(one -> one.matches("[2-9a-hjkmnp-z]{8}"));
    codes.fill();
    assertThat(codes()).isEqualTo(made);
  }

  private List<String> codes() {
    return sql.sql("select code from network.place_code order by location_id")
        .query(String.class)
        .list();
  }

  private List<Long> places() {
    return sql.sql("select id from people.location").query(Long.class).list();
  }
}
