package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.cookie;
import static nl.steunpunt.people.account.Colleagues.email;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.people.OneClickSignIns;
import nl.steunpunt.people.OneClickSignIns.Offer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** With steunpunt.demo=true, in a database of its own. */
@WebTest
@TestPropertySource(
    properties = {"steunpunt.demo=true", "steunpunt.data=target/test-data-one-click"})
@Import(DemoSignInTest.Offers.class)
class DemoSignInTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;

  @TestConfiguration
  static class Offers {
    @Bean
    @org.springframework.context.annotation.Primary
    OneClickSignIns annaOnly() {
      return () -> List.of(new Offer(email("Anna Demo"), "Anna Demo", "demo.cast.lead"));
    }
  }

  @BeforeEach
  void hire() {
    colleagues.hire("Anna Demo", "nl");
    colleagues.hire("Bert Demo", "nl");
  }

  @Test
  void theCastIsOneClickAway() throws Exception {
    var page = html(mvc.get().uri("/sign-in?to=/questions/7").exchange());
    assertThat(page.select(".cast-one strong").eachText()).containsExactly("Anna Demo");

    var click = click(page.select(".cast-one").val());

    assertThat(click).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/questions/7");
    assertThat(mvc.get().uri("/account").cookie(cookie(click, SignInCookie.NAME)))
        .bodyText()
        .contains("Anna Demo");
    assertThat(click(email("Bert Demo"))).as("not of the cast").hasStatus(404);
  }

  @Test
  void aClientGetsATokenForAnyone() {
    assertThat(token(email("Bert Demo")))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.token")
        .asString()
        .hasSize(43);
    assertThat(token("niemand@toets.example"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("demo.token.nobody");
  }

  private MvcTestResult click(String email) {
    return mvc.post()
        .uri("/demo/sign-in")
        .param("email", email)
        .param("to", "/questions/7")
        .exchange();
  }

  private MvcTestResult token(String email) {
    return mvc.post()
        .uri("/api/v1/demo/tokens")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"email\": \"" + email + "\"}")
        .exchange();
  }
}
