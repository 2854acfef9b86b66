package nl.steunpunt.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class OutsideTheDemoTest {
  @Autowired MockMvcTester mvc;

  @Test
  void nobodyMovesTheClockOrGetsATokenForTheAsking() {
    for (var route : new String[] {"clock", "tokens"}) {
      assertThat(
              mvc.post()
                  .uri("/api/v1/demo/" + route)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content("{\"advance\":\"PT1H\"}"))
          .hasStatus(404);
    }
  }
}
