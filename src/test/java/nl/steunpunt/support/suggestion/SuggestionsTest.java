package nl.steunpunt.support.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import nl.steunpunt.support.WrittenAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
class SuggestionsTest {

  private static final long FIRST = 3_000_000;

  @Autowired JdbcClient sql;
  @Autowired Systems systems;
  @Autowired Suggestions suggestions;
  @Autowired SuggestionIndex index;

  private final List<WrittenAnswer> written =
      SuggestionQuality.of("/suggestion/questions.txt").answers();
  private SystemId erp = SystemId.of(0L);
  private SystemId other = SystemId.of(0L);

  @BeforeEach
  void library() {
    erp = systems.create("suggest-erp", "ERP", null);
    other = systems.create("suggest-other", "Other", null);
    SuggestionQuality.of("/suggestion/questions.txt").putInto(suggestions, erp, FIRST);
  }

  private List<String> keys(String typed) {
    return suggestions.find(typed, erp, 5).stream()
        .map(one -> written.get((int) (one.id() - FIRST)).key())
        .toList();
  }

  @Test
  void eachIsFoundByItsOwnTitleFirst() {
    for (var answer : written) {
      assertThat(keys(answer.title())).as(answer.title()).first().isEqualTo(answer.key());
    }
  }

  @Test
  void eachIsFoundByItsWholeTextFirst() {
    for (var answer : written) {
      assertThat(keys(answer.title() + ". " + answer.answer()))
          .as(answer.title())
          .first()
          .isEqualTo(answer.key());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wachtw, login-1",
    "wachtwrood vergeten, login-1",
    "maand afsluiting checklist, month-end-2",
    "draaitab, reports-14",
    "telfoon gestolen, mobile-5",
  })
  void helpsWhileTyping(String typed, String key) {
    assertThat(keys(typed)).contains(key);
  }

  @Test
  void saysForWhichWordsItWasFound() {
    assertThat(suggestions.find("Hoe moet ik een FAKTUUR splitsen?", erp, 1))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.title()).isEqualTo("Factuur verdelen over meerdere kostenplaatsen");
          assertThat(one.matched()).containsExactlyInAnyOrder("faktuur", "splitsen");
          assertThat(one.excerpt()).hasSizeLessThanOrEqualTo(Suggestion.EXCERPT);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ab", "?!", "a b", "hoe moet dat"})
  void staysSilentWhereNothingIsSaidYet(String typed) {
    assertThat(suggestions.find(typed, erp, 5)).isEmpty();
  }

  @Test
  void aChangeReplacesAndARemovalRemoves() {
    var answer = new Suggestible(SuggestionKind.ANSWER, 9, erp, null, "Quokkabeheer", "eerst");
    suggestions.put(answer);
    assertThat(suggestions.find("quokkabeheer", erp, 5))
        .extracting(Suggestion::id)
        .containsExactly(9L);
    suggestions.put(new Suggestible(SuggestionKind.ANSWER, 9, other, null, "Wombatbeheer", "nu"));
    assertThat(suggestions.find("quokkabeheer", null, 5))
        .extracting(Suggestion::id)
        .doesNotContain(9L);
    assertThat(suggestions.find("wombatbeheer", other, 5))
        .extracting(Suggestion::id)
        .containsExactly(9L);
    suggestions.remove(SuggestionKind.ISSUE, 9);
    assertThat(suggestions.find("wombatbeheer", other, 5)).hasSize(1);
    suggestions.remove(SuggestionKind.ANSWER, 9);
    assertThat(suggestions.find("wombatbeheer", other, 5)).isEmpty();
    assertThatTheVocabularyIsRight();
  }

  @Test
  void ofEqualsTheReadersLanguageComesFirst() {
    suggestions.putAll(
        List.of(
            new Suggestible(SuggestionKind.ANSWER, 9, erp, null, "Quokka", "Zet de app uit"),
            new Suggestible(SuggestionKind.ANSWER, 8, erp, null, "Quokka", "Turn the app off"),
            new Suggestible(SuggestionKind.ANSWER, 7, erp, null, "Quokka", "")));
    assertThat(suggestions.find("quokka", erp, "nl", 5)).first().returns(9L, Suggestion::id);
    assertThat(suggestions.find("quokka", erp, "en", 5)).first().returns(8L, Suggestion::id);
    assertThat(suggestions.find("quokka", erp, "en", 1)).hasSize(1);
  }

  @Test
  void oneThatComesTwiceCountsOnceAndLast() {
    suggestions.putAll(
        List.of(
            new Suggestible(SuggestionKind.ISSUE, 8, erp, null, "Quokka", ""),
            new Suggestible(SuggestionKind.ISSUE, 8, erp, null, "Wombat", "")));
    assertThat(suggestions.find("quokka", erp, 5)).isEmpty();
    assertThat(suggestions.find("wombat", erp, 5)).hasSize(1);
    assertThatTheVocabularyIsRight();
  }

  @Test
  void showsOnlyActiveSystemsAndTheOneAskedFor() {
    assertThat(suggestions.find("wachtwoord vergeten", other, 5)).isEmpty();
    assertThat(suggestions.find("wachtwoord vergeten", null, 5)).isNotEmpty();
    systems.setActive(erp, false);
    assertThat(suggestions.find("wachtwoord vergeten", erp, 5)).isEmpty();
  }

  @Test
  void readsAgainWhatOtherRulesMade() {
    sql.sql("update support.suggestion set rules = rules - 1 where system_id = :erp")
        .param("erp", erp)
        .update();
    sql.sql("update support.suggestion_term set term = 'x' || term where system_id = :erp")
        .param("erp", erp)
        .update();
    assertThat(keys("wachtwoord vergeten")).isEmpty();
    assertThat(index.reindexOutdated()).isGreaterThanOrEqualTo(300);
    assertThat(index.reindexOutdated()).isZero();
    assertThat(keys("wachtwoord vergeten")).contains("login-1");
  }

  /** Whatever is typed or stored: a seeded walk through all that Java lets a text be. */
  @Test
  void nothingThatIsTypedOrKeptThrows() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var text = anything(random);
      assertThat(suggestions.find(text, erp, 5)).hasSizeLessThanOrEqualTo(5);
      suggestions.put(new Suggestible(SuggestionKind.ISSUE, 70_000 + i, erp, null, text, text));
    }
    assertThatTheVocabularyIsRight();
    assertThat(suggestions.find("wachtwoord ".repeat(5_000), erp, 5)).hasSize(5);
  }

  private static String anything(Random random) {
    int[][] ranges = {
      {0, 0x20},
      {'a', 'z'},
      {'a', 'z'},
      {' ', '/'},
      {'0', '9'},
      {0xC0, 0x24F},
      {0x300, 0x36F},
      {0x590, 0x6FF},
      {0x200B, 0x202E},
      {0x4E00, 0x4FFF},
      {0xD800, 0xDFFF},
      {0xFDFA, 0xFFFF},
      {0x1F300, 0x1F6FF},
      {0x10400, 0x1044F},
      {0x20000, 0x20FFF}
    };
    var range = ranges[random.nextInt(ranges.length)];
    return IntStream.range(0, random.nextInt(120))
        .map(i -> {
          var from = i % 3 == 0 ? ranges[random.nextInt(ranges.length)] : range;
          return from[0] + random.nextInt(from[1] - from[0] + 1);
        })
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void assertThatTheVocabularyIsRight() {
    assertThat(
            sql.sql(
                    """
                    select term from support.vocabulary v
                     where df <> (select count(*) from support.suggestion_term t where t.term = v.term)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
