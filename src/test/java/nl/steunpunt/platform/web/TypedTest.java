package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void whatNobodyTypesGoesAndTheRestStays() {
    assertThat(Typed.clean("a\u0000b\u0007c\u202Ed\uD83De")).isEqualTo("abcde");
    assertThat(Typed.clean("regel\n\tmet é, 漢字 en 👩‍💻")).isEqualTo("regel\n\tmet é, 漢字 en 👩‍💻");
  }

  @Test
  void invisibleAloneIsEmpty() {
    assertThat(Typed.clean("\u200B\u200B \u00A0\uFEFF")).isEmpty();
  }
}
