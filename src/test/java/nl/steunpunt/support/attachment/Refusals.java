package nl.steunpunt.support.attachment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nl.steunpunt.platform.web.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Refusals {
  private Refusals() {}

  static void assertRefused(String key, ThrowingCallable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work)
        .extracting(Refusal::key)
        .isEqualTo(key);
  }
}
