package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {

  @ParameterizedTest
  @EnumSource
  void comesBackFromTheWordThatWasKept(Reason.Kind kind) {
    assertThat(Reason.parse(Reason.of(kind).word())).isEqualTo(Reason.of(kind));
    var numbered = new Reason(kind, 4);
    assertThat(Reason.parse(numbered.word())).isEqualTo(numbered);
  }

  @ParameterizedTest
  @EnumSource
  void isSaidInBothLanguagesToTheAskerAndToOthers(Reason.Kind kind) throws IOException {
    for (var file : List.of("messages", "messages_nl")) {
      assertThat(messages(file).getProperty(Reason.of(kind).messageKey(true))).isNotBlank();
      assertThat(messages(file).getProperty(Reason.of(kind).messageKey(false)))
          .isNotBlank()
          .doesNotContainPattern("\\b([Jj]e|[Jj]ouw|[Yy]our?)\\b");
    }
  }

  private static Properties messages(String file) throws IOException {
    var messages = new Properties();
    try (var stream =
        Objects.requireNonNull(
            ReasonTest.class.getResourceAsStream(
                "/nl/steunpunt/support/" + file + ".properties"))) {
      messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
