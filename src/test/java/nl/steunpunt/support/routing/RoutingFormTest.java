package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.platform.web.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingFormTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, ''",
    "2400, 2400, 20, 200, ''",
    " 30 , 30, 3, 10, ''",
    "0, 1, 1, 1, silentMinutes",
    "2401, 1, 1, 1, silentMinutes",
    "30, 0, 1, 1, silentMinutesStuck",
    "2400, 2401, 1, 1, silentMinutesStuck",
    "30, 31, 1, 1, silentMinutesStuck",
    "30, 10, 0, 1, mostPowerUsers",
    "30, 10, 21, 1, mostPowerUsers",
    "30, 10, 1, 0, openAtTenPercent",
    "30, 10, 1, 201, openAtTenPercent",
  })
  void takesWhatRoutingCanLiveWith(
      String silent, String stuck, String most, String open, String wrong) {
    var errors = new RoutingForm(silent, stuck, most, open).errors();
    assertThat(errors.stream().map(FieldError::field).toList())
        .isEqualTo(wrong.isEmpty() ? java.util.List.of() : java.util.List.of(wrong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "1234567", "١"})
  void isAWholeNumber(String typed) {
    assertThat(new RoutingForm(typed, "10", "3", "10").errors())
        .extracting(FieldError::field)
        .containsExactly("silentMinutes");
  }
}
