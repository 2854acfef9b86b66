package nl.steunpunt.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import nl.steunpunt.demo.DemoChatController.ChatPage;
import nl.steunpunt.demo.DemoChatController.Line;
import nl.steunpunt.platform.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The chat of the demo takes what Mattermost takes, and shows the last of it. */
class DemoChatTest {
  private static final String SECRET =
      DemoChatController.HOOK.substring(DemoChatController.HOOK.lastIndexOf('/') + 1);

  private final DemoChatController chat = new DemoChatController(Clock.systemUTC());

  private int post(String body) throws IOException {
    var request = new MockHttpServletRequest();
    request.setContent(body.getBytes(UTF_8));
    return chat.post(SECRET, request).getStatusCode().value();
  }

  private ChatPage page() {
    return (ChatPage) java.util.Objects.requireNonNull(chat.show().getModel().get("it"));
  }

  @Test
  void showsLinesWithTheirLinks() throws IOException {
    assertThat(
            post(
                "{\"text\":\"* Er wacht \\\\*iets\\\\* @\u200ball [Openen](http://127.0.0.1:8080/questions/7)\\n* Nog een\"}"))
        .isEqualTo(200);
    assertThat(page().posts().getFirst().lines())
        .containsExactly(
            new Line("Er wacht *iets* @all", "Openen", "/questions/7"),
            new Line("* Nog een", null, null));
  }

  @Test
  void refusesWhatIsNoMessage() throws IOException {
    assertThat(post("{}")).isEqualTo(400);
    assertThat(post("nonsense")).isEqualTo(400);
    assertThat(post("{\"text\":\"" + "x".repeat(9_000) + "\"}")).isEqualTo(413);
    assertThatThrownBy(() -> chat.post("guess", new MockHttpServletRequest()))
        .isInstanceOf(NotFound.class);
    assertThat(page().posts()).isEmpty();
  }

  @Test
  void forgetsTheOldest() throws IOException {
    for (int i = 0; i < 25; i++) {
      post("{\"text\":\"Nummer " + i + "\"}");
    }
    assertThat(page().posts()).hasSize(20);
    assertThat(page().posts().getFirst().lines().getFirst().text()).isEqualTo("Nummer 24");
  }
}
