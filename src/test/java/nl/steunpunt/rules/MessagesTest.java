package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text stands in both languages, and every key in code is a text. */
class MessagesTest {
  private static final Pattern KEY_SHAPED = Pattern.compile("\"([a-z_]+(?:\\.[a-z0-9_-]+)+\\.?)\"");

  private static Map<String, String> texts(List<Source> files) {
    var all = new TreeMap<String, String>();
    for (var file : files) {
      var texts = new Properties();
      try {
        texts.load(new StringReader(file.text()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      texts.forEach((key, text) -> all.put((String) key, (String) text));
    }
    return all;
  }

  private static final Map<String, String> ENGLISH = texts(Source.all("/messages.properties"));
  private static final Map<String, String> DUTCH = texts(Source.all("/messages_nl.properties"));

  @Test
  void everyTextStandsInBothLanguages() {
    assertThat(DUTCH.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void noKeyStandsTwice() {
    for (var file : Source.all(".properties")) {
      var keys =
          file.text()
              .lines()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      assertThat(keys).as(file.path()).doesNotHaveDuplicates();
    }
  }

  private static List<String> withStraightQuote(Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(text -> text.getValue().contains("'"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A straight apostrophe is MessageFormat's quote, and would swallow what comes after it. */
  @Test
  void apostrophesAreTypographic() {
    assertThat(withStraightQuote(ENGLISH)).isEmpty();
    assertThat(withStraightQuote(DUTCH)).isEmpty();
    assertThat(withStraightQuote(Map.of("a.b", "don't"))).hasSize(1);
  }

  private static Set<String> wrong(List<Source> sources, Set<String> known) {
    var prefixes =
        known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    var wrong = new TreeSet<String>();
    for (var source : sources) {
      var keys = KEY_SHAPED.matcher(source.text());
      while (keys.find()) {
        var key = keys.group(1);
        if (!prefixes.contains(key.substring(0, key.indexOf('.'))) || isNoKey(key)) {
          continue;
        }
        var exists =
            key.endsWith(".")
                ? known.stream().anyMatch(text -> text.startsWith(key))
                : known.contains(key);
        if (!exists) {
          wrong.add(source.path() + ": " + key);
        }
      }
    }
    return wrong;
  }

  /** File names and properties look like keys. */
  private static boolean isNoKey(String key) {
    return key.matches(
            ".*\\.(css|js|svg|sql|txt|csv|tsv|jte|xml|json|html|properties|message|password|lock|log|pid)")
        || key.startsWith("steunpunt.")
        || key.startsWith("mail.smtp.")
        || key.startsWith("network.constituency");
  }

  @Test
  void everyKeyInCodeIsAText() {
    var code = new ArrayList<>(Source.all(".java"));
    code.addAll(Source.all(".jte"));
    assertThat(wrong(code, ENGLISH.keySet())).isEmpty();
    assertThat(
            wrong(
                List.of(new Source("a.jte", "page.t(\"start.titel\") + page.t(\"start.title\")")),
                Set.of("start.title")))
        .containsExactly("a.jte: start.titel");
  }

  private static Set<String> unused(List<Source> sources, Set<String> known) {
    var code = sources.stream().map(Source::text).collect(Collectors.joining("\n"));
    var used = new HashSet<String>();
    var starts = new HashSet<String>();
    var keys = KEY_SHAPED.matcher(code);
    while (keys.find()) {
      (keys.group(1).endsWith(".") ? starts : used).add(keys.group(1));
    }
    return known.stream()
        .filter(key -> !used.contains(key) && starts.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noTextIsLeftOver() {
    var code = new ArrayList<>(Source.all(".java"));
    code.addAll(Source.all(".jte"));
    assertThat(unused(code, ENGLISH.keySet())).isEmpty();
    assertThat(
            unused(List.of(new Source("a.jte", "\"a.b\" \"c.d.\"")), Set.of("a.b", "c.d.g", "e.f")))
        .containsExactly("e.f");
  }
}
