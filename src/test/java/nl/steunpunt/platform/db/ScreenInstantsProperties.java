package nl.steunpunt.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A moment in JSON is read as it was written: in any offset, with none to six digits. */
class ScreenInstantsProperties {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(Instant.class, new ScreenInstants()))
          .build();

  private static Instant read(String text) {
    return JSON.readValue('"' + text + '"', Instant.class);
  }

  @Property
  void readsWhatPostgresWrites(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_214_400L) long second,
      @ForAll @IntRange(max = 999_999) int micro,
      @ForAll @IntRange(min = -15 * 4, max = 15 * 4) int quarters) {
    var at = Instant.ofEpochSecond(second, micro * 1000L);
    var there = at.atOffset(ZoneOffset.ofTotalSeconds(quarters * 15 * 60));
    if (there.getYear() < 1 || there.getYear() > 9999) {
      return;
    }
    var written =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter()
            .format(there);
    assertThat(read(written)).as(written).isEqualTo(at);
  }

  @Example
  void readsOtherFormsAsTheStandardDoes() {
    assertThat(read("2026-11-24T10:40:00Z")).isEqualTo(Instant.parse("2026-11-24T10:40:00Z"));
    assertThat(read("1900-01-01T00:00:00+00:19:32"))
        .isEqualTo(Instant.parse("1899-12-31T23:40:28Z"));
  }
}
