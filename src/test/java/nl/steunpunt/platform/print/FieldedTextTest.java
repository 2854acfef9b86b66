package nl.steunpunt.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.steunpunt.platform.print.Paper.Bullets;
import nl.steunpunt.platform.print.Paper.Heading;
import nl.steunpunt.platform.print.Paper.Text;
import org.junit.jupiter.api.Test;

class FieldedTextTest {
  private static FieldedText text(String body) {
    return new FieldedText("Voor {naam}", body);
  }

  @Test
  void paragraphsHeadingsAndPoints() {
    assertThat(text("Een\ntwee\n\n# Kop\nDrie\n- vier\n- vijf\nzes").blocks(Map.of()))
        .containsExactly(
            new Text("Een\ntwee"),
            new Heading("Kop"),
            new Text("Drie"),
            new Bullets(java.util.List.of("vier", "vijf")),
            new Text("zes"));
  }

  @Test
  void fieldsAreFilledInAsTheyAreWritten() {
    var it = text("Beste { naam }, {deel}");
    var values = Map.of("naam", "Zoë $1 \\ {deel}", "deel", "15 %");
    assertThat(it.title(values)).isEqualTo("Voor Zoë $1 \\ {deel}");
    assertThat(it.blocks(values)).containsExactly(new Text("Beste Zoë $1 \\ {deel}, 15 %"));
    assertThat(it.named()).containsExactly("naam", "deel");
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    var it =
        text("# Wat wegvalt\n- Dit: {wegvalt}\n\n# Wie\nDoor {neemt_over}\nen {naam}\n\n# Leeg");
    assertThat(it.blocks(Map.of("naam", "Zoë", "neemt_over", " ")))
        .containsExactly(new Heading("Wie"), new Text("en Zoë"));
  }

  /** What somebody wrote has paragraphs and points of its own; a heading it cannot make. */
  @Test
  void aFieldMayHaveLines() {
    assertThat(text("{naam}").blocks(Map.of("naam", "Een\n\n# twee\n- drie")))
        .containsExactly(
            new Text("Een"), new Text("# twee"), new Bullets(java.util.List.of("drie")));
  }
}
