package nl.steunpunt.support.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

  @ParameterizedTest
  @CsvSource({
    "factuur, factuur, 0",
    "factuur, fatuur, 1",
    "factuur, facttuur, 1",
    "factuur, facduur, 1",
    "inloggen, inlgogen, 1",
    "inloggen, inloogern, 2",
    "a, '', 1",
    "kaart, kast, 2",
  })
  void countsLetters(String one, String other, int apart) {
    assertThat(Misspelling.distance(one, other, 3)).isEqualTo(apart);
    assertThat(Misspelling.distance(other, one, 3)).isEqualTo(apart);
  }

  @ParameterizedTest
  @CsvSource({"order, printer, 1", "kort, lang, 2", "a, abcd, 2"})
  void stopsWhenItIsMoreThanAsked(String one, String other, int most) {
    assertThat(Misspelling.distance(one, other, most)).isGreaterThan(most);
  }
}
