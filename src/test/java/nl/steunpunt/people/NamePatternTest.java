package nl.steunpunt.people;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As PostgreSQL reads it: its expressions are not Java's. */
@SteunpuntTest
class NamePatternTest {
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @CsvSource({
    "Dag Zoë van 't Hof!, Dag …!",
    "Hoi zoë. Bel me, Hoi …. Bel me",
    "z.hof@novum.nl of +31 (0)6 1234, … of …",
    "Zoëlle en van 't Hof, Zoëlle en van 't Hof",
    "zxhof@novum.nl, zxhof@novum.nl"
  })
  void findsThePersonAndNobodyElse(String text, String left) {
    var pattern =
        NamePattern.of(
            new Leaver(new PersonId(1), "Zoë van 't Hof", "z.hof@novum.nl", "+31 (0)6 1234"));
    assertThat(
            sql.sql("select regexp_replace(:text, :pattern, '…', 'gi')")
                .param("text", text)
                .param("pattern", pattern)
                .query(String.class)
                .single())
        .isEqualTo(left);
  }
}
