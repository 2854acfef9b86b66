package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.PASSWORD;
import static nl.steunpunt.people.account.Colleagues.cookie;
import static nl.steunpunt.people.account.Colleagues.email;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import nl.steunpunt.platform.web.TryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SignInTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired JdbcClient sql;
  @Autowired Passwords passwords;

  @Test
  void theRightPasswordOpensThePageThatWasWanted() {
    colleagues.hireWithPassword("Anna Toets");

    var result = signIn("  ANNA.toets@toets.example ", PASSWORD, "10.0.0.1");

    assertThat(result).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/questions/7");
    var cookie = cookie(result, SignInCookie.NAME);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getMaxAge()).isEqualTo(30 * 24 * 3600);
    assertThat(mvc.get().uri("/account").cookie(cookie)).hasStatusOk();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Inloggen, Dit adres en wachtwoord horen niet bij elkaar.",
    "en, Sign in, This address and password do not belong together."
  })
  void aWrongPasswordKeepsTheAddressAndSaysWhatToDo(String language, String title, String says)
      throws Exception {
    colleagues.hireWithPassword("Bert Toets");

    var page =
        html(
            mvc.post()
                .uri("/sign-in")
                .param("email", email("Bert Toets"))
                .param("password", "not this one at all")
                .param("to", "/questions/7")
                .cookie(new Cookie("language", language))
                .with(from("10.0.0.2"))
                .exchange());

    assertThat(page.expectFirst("h1").text()).isEqualTo(title);
    assertThat(page.select(".error-summary a[href=#email]").text()).startsWith(says);
    assertThat(page.expectFirst("#email").val()).isEqualTo(email("Bert Toets"));
    assertThat(page.expectFirst("main [name=to]").val()).isEqualTo("/questions/7");
    assertThat(page.expectFirst("#password").val()).isEmpty();
  }

  @Test
  void whoHasNoPasswordOrLeftDoesNotComeIn() {
    colleagues.hire("Cas Toets", "nl");
    var left = colleagues.hireWithPassword("Dora Toets");
    sql.sql("update people.person set active = false where id = :id").param("id", left).update();

    assertThat(signIn(email("Cas Toets"), PASSWORD, "10.0.0.3")).hasStatus(422);
    assertThat(signIn(email("Dora Toets"), PASSWORD, "10.0.0.3")).hasStatus(422);
  }

  @Test
  void anAddressThatNobodyHasCostsTheSameTime() {
    colleagues.hireWithPassword("Eva Toets");
    signIn("warm@up.example", "warm up the machine", "10.0.0.4");

    var known = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();
    for (var i = 0; i < 7; i++) {
      known.add(nanos(email("Eva Toets")));
      unknown.add(nanos("nobody" + i + "@toets.example"));
    }

    // A hash takes tens of milliseconds; without one the answer comes in less than a tenth of that.
    assertThat((double) median(unknown)).isBetween(0.4 * median(known), 2.5 * median(known));
  }

  @Test
  void onASharedComputerTheBrowserForgets() {
    colleagues.hireWithPassword("Fien Toets");

    var result =
        mvc.post()
            .uri("/sign-in")
            .param("email", email("Fien Toets"))
            .param("password", PASSWORD)
            .param("shared", "true")
            .with(from("10.0.0.5"))
            .exchange();

    assertThat(cookie(result, SignInCookie.NAME).getMaxAge()).isEqualTo(-1);
    assertThat(result.getResponse().getCookie("known")).isNull();
    assertThat(
            sql.sql("select max(expires_at - created_at) = interval '8 hours' from people.sign_in")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aCookieFromBeforeIsWorthNothingAfterwards() {
    var person = colleagues.hireWithPassword("Gijs Toets");
    var planted = colleagues.browserOf(person);

    var result =
        mvc.post()
            .uri("/sign-in")
            .param("email", email("Gijs Toets"))
            .param("password", PASSWORD)
            .cookie(planted)
            .with(from("10.0.0.6"))
            .exchange();

    assertThat(cookie(result, SignInCookie.NAME).getValue()).isNotEqualTo(planted.getValue());
    assertThat(mvc.get().uri("/account").cookie(planted)).hasStatus(302);
  }

  @Test
  void whoGuessesIsStoppedButNobodyElse() {
    colleagues.hireWithPassword("Hugo Toets");
    var known = cookie(signIn(email("Hugo Toets"), PASSWORD, "10.0.0.7"), "known");
    for (var i = 0; i < SignInLimits.TRIES_PER_CLIENT_AND_ACCOUNT; i++) {
      assertThat(signIn(email("Hugo Toets"), "a wrong guess", "10.0.0.7")).hasStatus(422);
    }

    var stopped = signIn(email("Hugo Toets"), PASSWORD, "10.0.0.7");

    assertThat(stopped)
        .hasStatus(429)
        .headers()
        .hasHeaderSatisfying(
            HttpHeaders.RETRY_AFTER,
            wait -> assertThat(Long.parseLong(wait.getFirst())).isBetween(1L, 60L));
    assertThat(signIn(email("Hugo Toets"), PASSWORD, "10.0.0.8")).as("elsewhere").hasStatus(303);
    assertThat(
            mvc.post()
                .uri("/sign-in")
                .param("email", email("Hugo Toets"))
                .param("password", PASSWORD)
                .cookie(known)
                .with(from("10.0.0.7")))
        .as("his own browser, behind the same address")
        .hasStatus(303);
  }

  @Test
  void theMarkOfABrowserHelpsOnlyTheOneItWasGivenTo() {
    colleagues.hireWithPassword("Ida Toets");
    colleagues.hireWithPassword("Jan Toets");
    var idas = cookie(signIn(email("Ida Toets"), PASSWORD, "10.0.0.9"), "known");
    var forged =
        new Cookie(
            "known",
            idas.getValue().replaceFirst("^\\d+", "" + colleagues.hire("Kim Toets", "nl")));
    for (var i = 0; i < SignInLimits.TRIES_PER_CLIENT_AND_ACCOUNT; i++) {
      signIn(email("Jan Toets"), "a wrong guess", "10.0.0.9");
      signIn(email("Kim Toets"), "a wrong guess", "10.0.0.9");
    }

    assertThat(tryWith(idas, "Jan Toets")).hasStatus(429);
    assertThat(tryWith(forged, "Kim Toets")).hasStatus(429);
  }

  @Test
  void oneClientMayNotTryEveryAccount() {
    var limits = new SignInLimits(Clock.systemUTC());
    for (var i = 0; i < SignInLimits.TRIES_PER_CLIENT; i++) {
      limits.signIn("2001:db8:1:2::" + i, "somebody" + i, null);
    }
    assertThatThrownBy(() -> limits.signIn("2001:db8:1:2:0:0:0:9", "another", null))
        .isInstanceOf(TryLater.class);
    limits.signIn("2001:db8:1:3::9", "another", null);
  }

  @Test
  void tooManyAtOnceAreToldToComeBack() throws Exception {
    var start = new CountDownLatch(1);
    var held = new ArrayList<Thread>();
    for (var i = 0; i < 2; i++) {
      held.add(
          Thread.startVirtualThread(() ->
              passwords.inTurn(() -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return "done";
              })));
    }

    var busy = signIn("nobody@toets.example", "x".repeat(20), "10.0.1.2");
    start.countDown();
    for (var thread : held) {
      thread.join();
    }

    assertThat(busy).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "2");
    assertThat(html(busy).expectFirst("#email").val()).isEqualTo("nobody@toets.example");
    assertThat(signIn("nobody@toets.example", "x".repeat(20), "10.0.1.2")).hasStatus(422);
  }

  @Test
  void whatIsKeptOfLimitsIsBounded() {
    var limits = new SignInLimits(Clock.systemUTC());
    for (var i = 0; i < 30_000; i++) {
      limits.signIn("client " + i, "somebody", null);
    }
    assertThat(limits.kept()).isEqualTo(20_000);
  }

  @Test
  void itLeadsNowhereElse() {
    colleagues.hireWithPassword("Lot Toets");
    assertThat(
            mvc.post()
                .uri("/sign-in")
                .param("email", email("Lot Toets"))
                .param("password", PASSWORD)
                .param("to", "//elsewhere.example/")
                .with(from("10.0.0.10")))
        .hasHeader(HttpHeaders.LOCATION, "/");
  }

  private MvcTestResult tryWith(Cookie known, String name) {
    return mvc.post()
        .uri("/sign-in")
        .param("email", email(name))
        .param("password", "a wrong guess")
        .cookie(known)
        .with(from("10.0.0.9"))
        .exchange();
  }

  private MvcTestResult signIn(String email, String password, String client) {
    return mvc.post()
        .uri("/sign-in")
        .param("email", email)
        .param("password", password)
        .param("to", "/questions/7")
        .with(from(client))
        .exchange();
  }

  private static org.springframework.test.web.servlet.request.RequestPostProcessor from(
      String client) {
    return request -> {
      request.setRemoteAddr(client);
      return request;
    };
  }

  private long nanos(String email) {
    var start = System.nanoTime();
    signIn(email, "a wrong guess", "10.0.0.11");
    return System.nanoTime() - start;
  }

  private static long median(ArrayList<Long> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }
}
