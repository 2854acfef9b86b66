package nl.steunpunt.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilledInTest {
  private static final List<String> USUAL = List.of("name", "Kanaal", "box", "a", "box", "b");

  @Test
  void whatIsFilledInOtherwiseStandsInsteadOfAllThatIsUsualThere() {
    assertThat(FilledIn.with(USUAL, "box", "c")).containsExactly("name", "Kanaal", "box", "c");
  }

  @Test
  void ofANameThatComesTwiceBothStand() {
    assertThat(FilledIn.with(USUAL, "name", "Ander", "box", "c", "box", "d", "more", "x"))
        .containsExactly("name", "Ander", "box", "c", "box", "d", "more", "x");
  }

  @Test
  void asUsual() {
    assertThat(FilledIn.with(USUAL)).containsExactlyElementsOf(USUAL);
  }
}
