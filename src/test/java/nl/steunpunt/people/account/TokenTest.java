package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.PASSWORD;
import static nl.steunpunt.people.account.Colleagues.email;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import nl.steunpunt.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class TokenTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired JdbcClient sql;

  @Test
  void aLocalAccountGetsATokenWithItsOwnRights() throws Exception {
    var anna = colleagues.hireWithPassword("Anna Token", Role.HELPDESK);

    var made = make(email("Anna Token"), PASSWORD, "{\"name\": \"Rooster\"}");

    assertThat(made).hasStatus(201).bodyJson().extractingPath("$.name").isEqualTo("Rooster");
    String token = JsonPath.read(made.getResponse().getContentAsString(), "$.token");
    var me =
        mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
    assertThat(me)
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"id\": %s, \"name\": \"Anna Token\", \"email\": \"anna.token@toets.example\", \"roles\": [\"helpdesk\"]}"
                .formatted(anna));
    assertThat(
            sql.sql(
                    "select count(*) from people.sign_in where encode(secret_hash, 'escape') = :token")
                .param("token", token)
                .query(Long.class)
                .single())
        .as("hashed at rest")
        .isZero();
  }

  @Test
  void aWrongPasswordIsAProblem() {
    colleagues.hireWithPassword("Bert Token");
    assertThat(make(email("Bert Token"), "a wrong guess", "{\"name\": \"x\"}"))
        .hasStatus(401)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Steunpunt\", charset=\"UTF-8\"");
    assertThat(
            mvc.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"x\"}"))
        .hasStatus(401);
    assertThat(make(email("Bert Token"), PASSWORD, "{}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("account.token.name_missing");
    assertThat(make(email("Bert Token"), PASSWORD, "no json"))
        .hasStatus(400)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void withoutATokenTheApiIsClosed() {
    var cas = colleagues.hire("Cas Token", "nl");
    assertThat(mvc.get().uri("/api/v1/me"))
        .hasStatus(401)
        .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    assertThat(mvc.get().uri("/api/v1/me").cookie(colleagues.browserOf(cas)))
        .as("a cookie opens no API")
        .hasStatus(401);
  }

  @Test
  void outsideTheDemoNobodySignsInWithOneClick() {
    colleagues.hire("Dora Token", "nl");
    assertThat(mvc.post().uri("/demo/sign-in").param("email", email("Dora Token"))).hasStatus(404);
    assertThat(
            mvc.post()
                .uri("/api/v1/demo/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"email\": \"dora.token@toets.example\"}"))
        .hasStatus(404);
    assertThat(mvc.get().uri("/sign-in")).bodyText().doesNotContain("/demo/");
  }

  private MvcTestResult make(String email, String password, String body) {
    return mvc.post()
        .uri("/api/v1/tokens")
        .header(
            HttpHeaders.AUTHORIZATION,
            "Basic "
                + java.util.Base64.getEncoder()
                    .encodeToString(
                        (email + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(request -> {
          request.setRemoteAddr("10.3.0.1");
          return request;
        })
        .exchange();
  }
}
