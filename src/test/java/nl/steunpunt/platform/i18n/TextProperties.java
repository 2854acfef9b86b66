package nl.steunpunt.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A text says what {@link MessageFormat} would say, whichever way it is filled. */
class TextProperties {

  private static void same(String pattern, Object... values) {
    var expected = new MessageFormat(pattern, Messages.DUTCH).format(values);
    assertThat(new Text(pattern, Messages.DUTCH).fill(values)).as(pattern).isEqualTo(expected);
  }

  @Property
  void saysWhatMessageFormatSays(
      @ForAll("patterns") String pattern, @ForAll String one, @ForAll String two) {
    same(pattern, one, two);
    same(pattern, one);
    same(pattern);
  }

  @Property
  void writesNumbersAsTheLanguageDoes(
      @ForAll("counts") String pattern, @ForAll @IntRange(min = -9999, max = 99999) int number) {
    same(pattern, number, "x");
  }

  @Provide
  Arbitrary<String> patterns() {
    return of("a", " ", "{0}", "{1}", "’", "''", "%");
  }

  @Provide
  Arbitrary<String> counts() {
    return of("a", " ", "{0}", "{1}", "{0,choice,0#no|1#one|1<{0} many}");
  }

  private static Arbitrary<String> of(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(6).map(some -> String.join("", some));
  }

  @Example
  void allTextsOfOursToo() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:nl/steunpunt/*/messages*.properties");
    assertThat(files).hasSizeGreaterThan(10);
    for (var file : files) {
      var texts = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      for (var text : texts.values()) {
        if (!text.toString().matches("(?s).*\\{\\d+,.*")) {
          same(text.toString(), "een", "twee", "drie", "vier", "vijf", "zes", "zeven");
        }
      }
    }
  }
}
