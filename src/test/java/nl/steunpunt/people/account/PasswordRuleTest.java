package nl.steunpunt.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {

  @ParameterizedTest
  @CsvSource({
    "paarse fiets in de regen,",
    "correct horse battery,",
    "kort genoeg, password.too_short",
    "Wachtwoord1234!, password.common",
    "Welkom2026!!, password.common",
    "Zomer2026Zomer, password.common",
    "aaaaaaaaaaaaaa, password.common",
    "839104726351, password.common",
    "sanne.devries2026, password.common",
    "SanneVries12345, password.common",
  })
  void saysWhatIsWrong(String password, String key) {
    assertThat(
            PasswordRule.broken(password, "Sanne de Vries", "sanne.devries@nova.example")
                .orElse(null))
        .isEqualTo(key);
  }

  @org.junit.jupiter.api.Test
  void hasAnEnd() {
    assertThat(PasswordRule.broken("abcdefg ".repeat(30), "A", "a@b.nl"))
        .contains("password.too_long");
  }
}
