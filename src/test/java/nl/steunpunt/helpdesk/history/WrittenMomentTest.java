package nl.steunpunt.helpdesk.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMomentTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29-02-2016 01:16            | DAY_FIRST   | 2016-02-29T00:16:00Z
          03-04-2016 10:00            | DAY_FIRST   | 2016-04-03T08:00:00Z
          03-04-2016 10:00            | MONTH_FIRST | 2016-03-04T09:00:00Z
          2/29/2016 1:16 PM           | MONTH_FIRST | 2016-02-29T12:16:00Z
          2/29/2016 12:05 am          | MONTH_FIRST | 2016-02-28T23:05:00Z
          2016-02-29                  | DAY_FIRST   | 2016-02-28T23:00:00Z
          2016-02-29T01:16:30Z        | MONTH_FIRST | 2016-02-29T01:16:30Z
          2016-02-29T01:16:30.123456+02:00 | DAY_FIRST | 2016-02-28T23:16:30Z
          2016-02-29 01:16:30 +0100   | DAY_FIRST   | 2016-02-29T00:16:30Z
          29.02.2016 01.16 uur        | DAY_FIRST   | 2016-02-29T00:16:00Z
          29 feb. 2016 01:16          | DAY_FIRST   | 2016-02-29T00:16:00Z
          1 maart 2016                | DAY_FIRST   | 2016-02-29T23:00:00Z
          Mar 1, 2016, 1:00 PM        | DAY_FIRST   | 2016-03-01T12:00:00Z
          01-Oct-16 08:30             | MONTH_FIRST | 2016-10-01T06:30:00Z
          20160229 0116               | DAY_FIRST   | 2016-02-29T00:16:00Z
          """)
  void isRead(String text, DateOrder order, Instant expected) {
    assertThat(WrittenMoment.read(text, order, ZONE)).isEqualTo(expected);
  }

  @Test
  void whatIsNoDayIsNone() {
    for (var text :
        List.of(
            "",
            "gisteren",
            "30-02-2016",
            "29-02-2015",
            "13-13-2016",
            "2016-02-29 25:00",
            "12345",
            "29-02-201",
            "1-1-1",
            "INC0000045",
            "Symptom 72",
            "0031-6-12")) {
      assertThat(WrittenMoment.read(text, DateOrder.DAY_FIRST, ZONE)).as(text).isNull();
    }
  }

  /** Whatever the moment: written in each of these forms it is the same one again. */
  @Property(tries = 300)
  void comesBackAsItWasWritten(@ForAll @IntRange(max = 20_000_000) int minutes) {
    var wall = LocalDateTime.of(1990, 1, 1, 0, 0).plusMinutes(minutes);
    var at = wall.atZone(ZONE).toInstant();
    for (var pattern :
        List.of("dd-MM-yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy H:mm", "d MMM yyyy HH:mm")) {
      var text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(wall);
      assertThat(WrittenMoment.read(text, DateOrder.DAY_FIRST, ZONE)).as(text).isEqualTo(at);
    }
    var american = DateTimeFormatter.ofPattern("M/d/yyyy h:mm a", Locale.US).format(wall);
    assertThat(WrittenMoment.read(american, DateOrder.MONTH_FIRST, ZONE)).isEqualTo(at);
  }
}
