package nl.steunpunt.campaign.awareness;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.platform.settings.InstallationKey;
import org.springframework.stereotype.Component;

/** Seals a question: whoever has the link can answer, and nobody can read or make one. */
@Component
class QuestionLinks {
  private static final String PURPOSE = "awareness";

  private final InstallationKey key;

  QuestionLinks(InstallationKey key) {
    this.key = key;
  }

  String make(Question question) {
    var plain =
        "%s/%s/%s/%s"
            .formatted(
                question.system(), question.department(), question.quarter(), question.nonce());
    return key.seal(PURPOSE, plain).replace('+', '-').replace('/', '_').replace("=", "");
  }

  /** Empty when we did not make it. */
  Optional<Question> read(String link) {
    try {
      var sealed = link.replace('-', '+').replace('_', '/');
      var parts = key.open(PURPOSE, sealed + "=".repeat((4 - sealed.length() % 4) % 4)).split("/");
      return Optional.of(
          new Question(
              SystemId.of(parts[0]),
              Long.parseLong(parts[1]),
              LocalDate.parse(parts[2]),
              UUID.fromString(parts[3])));
    } catch (IllegalArgumentException
        | IllegalStateException
        | DateTimeParseException
        | java.nio.BufferUnderflowException
        | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
