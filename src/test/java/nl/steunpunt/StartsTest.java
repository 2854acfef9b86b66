package nl.steunpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class StartsTest {
  @Autowired JdbcClient sql;

  record Row(Instant at, Id id, Colour colour, List<String> words, @Nullable Instant never) {}

  enum Colour {
    DARK_RED
  }

  record Id(long value) implements nl.steunpunt.platform.db.TypedId {
    public static Id of(Long value) {
      return new Id(value);
    }
  }

  @Test
  void mapsOurTypes() {
    var at = Instant.parse("2026-01-01T10:00:00Z");
    var row =
        sql.sql(
                "select :at::timestamptz as at, :id::bigint as id, :colour as colour, array['a','b'] as words, null::timestamptz as never")
            .param("at", at)
            .param("id", new Id(7))
            .param("colour", Colour.DARK_RED)
            .query(Row.class)
            .single();
    assertThat(row).isEqualTo(new Row(at, new Id(7), Colour.DARK_RED, List.of("a", "b"), null));
  }
}
