package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.PASSWORD;
import static nl.steunpunt.people.account.Colleagues.cookie;
import static nl.steunpunt.people.account.Colleagues.email;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class PasswordLinkTest {
  private static final String NEW = "groene lepel op zolder";

  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired PasswordLinks links;
  @Autowired PasswordForgetting forgetting;
  @Autowired TestSignIns signIns;
  @Autowired JdbcClient sql;

  @Test
  void openingSpendsNothingAndSendingDoes() throws Exception {
    var link = link(colleagues.hire("Anna Link", "nl"), Purpose.INVITATION);
    for (var i = 0; i < 3; i++) {
      assertThat(mvc.get().uri(link)).hasStatusOk();
    }
    assertThat(send(link, "te kort")).as("nor does a password that is refused").hasStatus(422);

    var set = send(link, NEW);

    assertThat(set).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/");
    assertThat(mvc.get().uri("/account").cookie(cookie(set, SignInCookie.NAME))).hasStatusOk();
    assertThat(send(link, "nog een andere zin")).hasStatus(410);
    assertThat(html(mvc.get().uri(link).exchange()).select("a[href=/forgot-password]")).hasSize(1);
    assertThat(signIn("Anna Link", NEW)).hasStatus(303);
  }

  @Test
  void aNewPasswordEndsWhatWasThereBefore() {
    var bert = colleagues.hireWithPassword("Bert Link");
    var before = colleagues.browserOf(bert);
    var token = "Bearer " + signIns.token(bert);
    var other = link(bert, Purpose.RESET);

    send(link(bert, Purpose.RESET), NEW);

    assertThat(mvc.get().uri("/account").cookie(before)).as("signed in before").hasStatus(302);
    assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, token))
        .as("a program of before")
        .hasStatus(401);
    assertThat(mvc.get().uri(other)).as("his other link").hasStatus(410);
    assertThat(signIn("Bert Link", PASSWORD)).as("the old password").hasStatus(422);
  }

  @Test
  void aLinkGrowsOld() {
    var cas = colleagues.hire("Cas Link", "nl");
    var invitation = link(cas, Purpose.INVITATION);
    var reset = link(cas, Purpose.RESET);
    later("1 hour 59 minutes");
    assertThat(mvc.get().uri(reset)).hasStatusOk();
    later("2 minutes");
    assertThat(mvc.get().uri(reset)).hasStatus(410);
    assertThat(send(reset, NEW)).hasStatus(410);
    later("13 days 21 hours");
    assertThat(mvc.get().uri(invitation)).hasStatusOk();
    later("2 hours");
    assertThat(mvc.get().uri(invitation)).hasStatus(410);
    assertThat(mvc.get().uri("/password/" + Secrets.fresh())).hasStatus(410);
  }

  @Test
  void whoLeftSetsNoPassword() {
    var dora = colleagues.hire("Dora Link", "nl");
    var link = link(dora, Purpose.INVITATION);
    sql.sql("update people.person set active = false where id = :id").param("id", dora).update();
    assertThat(send(link, NEW)).hasStatus(410);
  }

  @ParameterizedTest
  @CsvSource({"nl, Kijk in je mailbox", "en, Look in your mailbox"})
  void forgettingAnswersTheSameForAnAddressThatNobodyHas(String language, String title)
      throws Exception {
    colleagues.hire("Eva Link", "nl");

    var known = ask(email("Eva Link"), language);
    var unknown = ask("niemand@toets.example", language);

    assertThat(known.expectFirst("h1").text()).isEqualTo(title);
    assertThat(known.expectFirst("main").html().replace(email("Eva Link"), "?"))
        .isEqualTo(unknown.expectFirst("main").html().replace("niemand@toets.example", "?"));
  }

  @Test
  void mailsALinkThatWorksInTheLanguageOfWhoGetsIt() {
    colleagues.hire("Fay Link", "en");
    forgetting.mail(email("Fay Link").toUpperCase(java.util.Locale.ROOT));
    forgetting.mail("niemand@toets.example");

    var mail =
        sql.sql("select recipient, subject, text_body, html_body from platform.mail")
            .query()
            .singleRow();

    assertThat(mail.get("recipient")).isEqualTo(email("Fay Link"));
    assertThat(mail.get("subject")).isEqualTo("Set a new password");
    var path = String.valueOf(mail.get("text_body")).replaceAll("(?s).*(/password/\\S+).*", "$1");
    assertThat(String.valueOf(mail.get("html_body"))).contains(path);
    assertThat(send(path, NEW)).hasStatus(303);
  }

  @Test
  void nobodysMailboxIsFilled() throws Exception {
    var limits = new SignInLimits(java.time.Clock.systemUTC());
    for (var i = 0; i < SignInLimits.LINKS_PER_ADDRESS; i++) {
      assertThat(limits.isMailed("gijs@toets.example")).isTrue();
    }
    assertThat(limits.isMailed("gijs@toets.example")).isFalse();
    assertThat(limits.isMailed("hugo@toets.example")).isTrue();

    MvcTestResult last = null;
    for (var i = 0; i <= SignInLimits.LINKS_PER_CLIENT; i++) {
      last =
          mvc.post()
              .uri("/forgot-password")
              .param("email", "x" + i + "@toets.example")
              .with(from("10.2.0.9"))
              .exchange();
    }
    assertThat(last).hasStatus(429).containsHeader(HttpHeaders.RETRY_AFTER);
  }

  private void later(String by) {
    sql.sql("update people.password_link set expires_at = expires_at - :by::interval")
        .param("by", by)
        .update();
  }

  private String link(PersonId person, Purpose purpose) {
    return "/password/" + links.make(person, purpose);
  }

  private MvcTestResult send(String link, String password) {
    return mvc.post().uri(link).param("password", password).exchange();
  }

  private MvcTestResult signIn(String name, String password) {
    return mvc.post()
        .uri("/sign-in")
        .param("email", email(name))
        .param("password", password)
        .with(from("10.2.0.1"))
        .exchange();
  }

  private org.jsoup.nodes.Document ask(String email, String language) throws Exception {
    return html(
        mvc.post()
            .uri("/forgot-password")
            .param("email", email)
            .cookie(new Cookie("language", language))
            .with(from("10.2.0.2"))
            .exchange());
  }

  private static org.springframework.test.web.servlet.request.RequestPostProcessor from(
      String client) {
    return request -> {
      request.setRemoteAddr(client);
      return request;
    };
  }
}
