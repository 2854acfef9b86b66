package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.people.account.TestSignIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head of an answer has 4 KB; what people typed must not make it longer than that. */
@ApiTest
class LongHeadsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Workplace workplace;
  @Autowired TestSignIns signIns;
  @LocalServerPort int port;

  private HttpResponse<String> send(String path, String cookie, String... fields) throws Exception {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%E9%83%A8"})
  void anAddressToReturnToThatIsTooLongLeadsToTheStartPage(String letter) throws Exception {
    assertThat(returnedTo("/?q=" + letter.repeat(2_500))).isEqualTo("/");
    var far = "/?q=" + letter.repeat(160);
    assertThat(returnedTo(far)).isEqualTo(far);
  }

  @Test
  void anAddressToReturnToThatNoBrowserSendsLeadsToTheStartPage() throws Exception {
    assertThat(returnedTo("/部")).isEqualTo("/");
  }

  private String returnedTo(String address) throws Exception {
    var reply = send("/language", "none=0", "language", "en", "to", address);
    assertThat(reply.statusCode()).isEqualTo(303);
    return reply.headers().firstValue("Location").orElse("");
  }

  @Test
  void aNameOfManyLettersInAnyScriptIsSaidShortened() throws Exception {
    var floor = workplace.floor();
    var cookie = signIns.browser(floor.olga.id());
    var admin = cookie.getName() + "=" + cookie.getValue();
    var reply =
        send(
            "/admin/systems",
            admin,
            "key",
            floor.key + "-heads",
            "name",
            "部".repeat(80),
            "liveOn",
            "");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
    assertThat(reply.headers().allValues("Set-Cookie"))
        .anyMatch(set -> set.startsWith("flash=") && set.contains("%E2%80%A6"));
  }
}
