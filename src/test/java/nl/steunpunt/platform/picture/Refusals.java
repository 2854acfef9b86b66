package nl.steunpunt.platform.picture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nl.steunpunt.platform.web.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

public final class Refusals {
  private Refusals() {}

  public static void assertRefused(String key, ThrowingCallable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work)
        .extracting(Refusal::key)
        .isEqualTo(key);
  }
}
