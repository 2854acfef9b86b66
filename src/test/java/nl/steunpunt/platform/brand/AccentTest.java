package nl.steunpunt.platform.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AccentTest {
  private static final Colour WHITE = colour("#ffffff");
  private static final Colour DARK = colour("#1a2226");

  @Test
  void everyColourBecomesReadableOnBothLooks() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var i = 0; i < 2_000; i++) {
      var wished = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      var accent = Accent.of(wished);
      assertThat(accent.onLight().contrast(WHITE))
          .as("%s, seed %d", wished, seed)
          .isGreaterThanOrEqualTo(4.5);
      assertThat(accent.onLight().contrast(WHITE.mix(accent.onLight(), 0.1)))
          .isGreaterThanOrEqualTo(4.5);
      assertThat(accent.onDark().contrast(DARK))
          .as("%s, seed %d", wished, seed)
          .isGreaterThanOrEqualTo(4.5);
      assertThat(accent.onDark().contrast(colour("#0b1214")))
          .as("text on it")
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void aReadableColourStaysAsItWasWished() {
    assertThat(Accent.of(colour("#7a1f5c")).isDarkened()).isFalse();
    assertThat(Accent.of(colour("#7A1F5C")).onLight().hex()).isEqualTo("#7a1f5c");
    assertThat(Accent.of(colour("#ffd400")).isDarkened()).isTrue();
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertThat(WHITE.contrast(colour("#000000"))).isEqualTo(21.0);
    assertThat(WHITE.contrast(colour("#767676"))).isBetween(4.54, 4.55);
  }

  @Test
  void onlyAHexColourIsOne() {
    assertThat(Colour.of("red; } body { display: none")).isEmpty();
    assertThat(Colour.of("#12345")).isEmpty();
    assertThat(Colour.of(" #0B6E6E ")).isPresent();
  }

  private static Colour colour(String hex) {
    return Colour.of(hex).orElseThrow();
  }
}
