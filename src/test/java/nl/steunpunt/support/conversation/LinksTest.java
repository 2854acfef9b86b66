package nl.steunpunt.support.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import nl.steunpunt.support.conversation.Links.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Zie https://nova.example/f03.|https://nova.example/f03",
        "(https://nova.example/a)|https://nova.example/a",
        "https://nova.example/a_(b)|https://nova.example/a_(b)",
        "(zie https://nova.example/a_(b)).|https://nova.example/a_(b)",
        "http://10.0.0.7:8080/x?y=1&z=2#top, en dan|http://10.0.0.7:8080/x?y=1&z=2#top",
        "“https://nova.example”|https://nova.example",
        "<https://nova.example/>|https://nova.example/",
        "https://nova.example/?q=é/ü|https://nova.example/?q=é/ü"
      })
  void anAddressEndsWhereItsSentenceGoesOn(String text, String address) {
    assertThat(Links.in(text))
        .filteredOn(Piece::isLink)
        .extracting(Piece::text)
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://nova.example",
        "nova.example",
        "https://",
        "http://...",
        "",
        "a < b > c"
      })
  void nothingElseIsALink(String text) {
    assertThat(Links.in(text)).noneMatch(Piece::isLink);
  }

  @Test
  void nothingOfTheTextIsLost() {
    var text = " https://a.example\n\nhttps://b.example, https:// en  http://c.example/(x ";
    assertThat(Links.in(text).stream().map(Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(Links.in(text)).filteredOn(Piece::isLink).hasSize(3);
  }

  @Test
  void aHostileTextTakesNoTime() {
    assertThat(Links.in("https://" + "!".repeat(10_000) + "(".repeat(10_000))).hasSizeLessThan(3);
  }
}
