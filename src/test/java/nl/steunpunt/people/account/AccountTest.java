package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.PASSWORD;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.people.account.SignIns.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class AccountTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired SignIns signIns;
  @Autowired TestSignIns tokens;

  @ParameterizedTest
  @CsvSource({
    "nl, Waar je bent ingelogd, deze browser",
    "en, Where you are signed in, this browser"
  })
  void listsWhereIAmSignedIn(String language, String title, String here) throws Exception {
    var anna = colleagues.hire("Anna Account", language);
    var laptop = colleagues.browserOf(anna);
    colleagues.browserOf(anna);

    var page = html(mvc.get().uri("/account").cookie(laptop).exchange());

    assertThat(page.expectFirst("h1").text()).isEqualTo("Anna Account");
    assertThat(page.expectFirst("#browsers").text()).isEqualTo(title);
    assertThat(page.select("[aria-labelledby=browsers] li")).hasSize(2);
    assertThat(page.select("[aria-labelledby=browsers] .badge").text()).isEqualTo(here);
    assertThat(page.select("[aria-labelledby=browsers] li form")).as("not for this one").hasSize(1);
  }

  @Test
  void signsAnotherBrowserOut() throws Exception {
    var anna = colleagues.hire("Anna Account", "nl");
    var laptop = colleagues.browserOf(anna);
    var phone = colleagues.browserOf(anna);
    var tablet = colleagues.browserOf(anna);
    var revoke =
        html(mvc.get().uri("/account").cookie(laptop).exchange())
            .select("[aria-labelledby=browsers] li form")
            .attr("action");

    assertThat(mvc.post().uri(revoke).cookie(laptop)).hasStatus(303);

    assertThat(mvc.get().uri("/account").cookie(tablet))
        .as("the newest was the first in the list")
        .hasStatus(302);
    assertThat(mvc.get().uri("/account").cookie(phone)).hasStatusOk();

    assertThat(mvc.post().uri("/account/sign-ins/revocation").cookie(laptop)).hasStatus(303);
    assertThat(mvc.get().uri("/account").cookie(phone)).hasStatus(302);
    assertThat(mvc.get().uri("/account").cookie(laptop)).hasStatusOk();
  }

  @Test
  void somebodyElsesSignInIsNotMine() {
    var anna = colleagues.hire("Anna Account", "nl");
    var bert = colleagues.hire("Bert Account", "nl");
    var berts = colleagues.browserOf(bert);
    var id = signIns.of(bert, Kind.BROWSER).getFirst().id();

    mvc.post()
        .uri("/account/sign-ins/" + id + "/revocation")
        .cookie(colleagues.browserOf(anna))
        .exchange();

    assertThat(mvc.get().uri("/account").cookie(berts)).hasStatusOk();
  }

  @Test
  void changesThePasswordForWhoKnowsTheOldOne() {
    var cas = colleagues.hireWithPassword("Cas Account");
    var here = colleagues.browserOf(cas);
    var elsewhere = colleagues.browserOf(cas);
    var token = "Bearer " + tokens.token(cas);

    assertThat(change(here, "not the old one", "een heel nieuw woord"))
        .hasStatus(422)
        .bodyText()
        .contains("Dit is niet je wachtwoord");
    assertThat(change(here, PASSWORD, "te kort"))
        .hasStatus(422)
        .bodyText()
        .contains("minstens 12 tekens");
    assertThat(change(here, PASSWORD, "een heel nieuw woord")).hasStatus(303);

    assertThat(mvc.get().uri("/account").cookie(elsewhere)).hasStatus(302);
    assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, token)).hasStatus(401);
    assertThat(mvc.get().uri("/account").cookie(here)).hasStatusOk();
    assertThat(change(here, "een heel nieuw woord", "nog een ander woord")).hasStatus(303);
  }

  @Test
  void showsANewTokenOnce() throws Exception {
    var dora = colleagues.hire("Dora Account", "nl");
    var here = colleagues.browserOf(dora);

    assertThat(mvc.post().uri("/account/tokens").param("name", " ").cookie(here)).hasStatus(422);
    var made =
        html(mvc.post().uri("/account/tokens").param("name", "Rooster").cookie(here).exchange());
    var secret = made.select(".secret").text();

    assertThat(signIns.find(secret, Kind.TOKEN))
        .hasValueSatisfying(me -> assertThat(me.id()).isEqualTo(dora));
    assertThat(signIns.find(secret, Kind.BROWSER)).as("a token is no cookie").isEmpty();
    var later = html(mvc.get().uri("/account").cookie(here).exchange());
    assertThat(later.text()).contains("Rooster").doesNotContain(secret);

    mvc.post()
        .uri(later.select("[aria-labelledby=tokens] li form").attr("action"))
        .cookie(here)
        .exchange();
    assertThat(signIns.find(secret, Kind.TOKEN)).isEmpty();
  }

  @Test
  void asksWhoIsNotSignedInToSignInFirst() {
    assertThat(mvc.get().uri("/account"))
        .hasStatus(302)
        .hasHeader(HttpHeaders.LOCATION, "/sign-in?to=%2Faccount");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult change(
      jakarta.servlet.http.Cookie here, String old, String password) {
    return mvc.post()
        .uri("/account/password")
        .param("old", old)
        .param("password", password)
        .cookie(here)
        .exchange();
  }
}
