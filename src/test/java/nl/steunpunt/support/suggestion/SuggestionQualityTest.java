package nl.steunpunt.support.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.support.Suggestions;
import nl.steunpunt.support.suggestion.SuggestionQuality.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
class SuggestionQualityTest {

  private static final long FIRST = 1_000_000;

  @Autowired JdbcClient sql;
  @Autowired Suggestions suggestions;

  @Test
  void findsTheRightOneAmongTheFirstFive() {
    var id =
        sql.sql("insert into network.system (key, name) values ('quality', 'Quality') returning id")
            .query(Long.class)
            .single();
    var system = SystemId.of(id);
    var written = SuggestionQuality.of("/suggestion/questions.txt");
    var unseen = SuggestionQuality.of("/suggestion/unseen.txt");
    assertThat(written.answers()).hasSize(300);
    assertThat(written.questions()).hasSize(150);
    written.putInto(suggestions, system, FIRST);
    var outcomes = written.ask(suggestions, system, FIRST);
    var others = unseen.ask(suggestions, system, FIRST);
    System.out.print(SuggestionQuality.table(outcomes));
    System.out.print(SuggestionQuality.line("tuned", every(outcomes, 0)));
    System.out.print(SuggestionQuality.line("measured", every(outcomes, 1)));
    System.out.print(SuggestionQuality.table(others));
    assertThat(SuggestionQuality.share(outcomes.stream())).isGreaterThanOrEqualTo(0.90);
    assertThat(SuggestionQuality.share(every(outcomes, 1))).isGreaterThanOrEqualTo(0.85);
    assertThat(SuggestionQuality.share(others.stream())).isGreaterThanOrEqualTo(0.90);
  }

  private static Stream<Outcome> every(List<Outcome> outcomes, int odd) {
    return IntStream.range(0, outcomes.size()).filter(i -> i % 2 == odd).mapToObj(outcomes::get);
  }
}
