package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
  private static final Place HERE = new Place("Finance", "Utrecht/B/3/B3.14");

  @ParameterizedTest
  @CsvSource({
    "Finance, Groningen/A, SAME_DEPARTMENT",
    "Logistics, Utrecht/B/3/B3.14, SAME_FLOOR",
    "Logistics, Utrecht/B/3/B3.15, SAME_FLOOR",
    "Logistics, Utrecht/B/3, SAME_FLOOR",
    "Logistics, Utrecht/B/2/B3.14, SAME_BUILDING",
    "Logistics, Utrecht/B, SAME_BUILDING",
    "Logistics, Utrecht/A/3/B3.14, SAME_SITE",
    "Logistics, Utrecht, SAME_SITE",
    "Logistics, Groningen/B/3/B3.14, ELSEWHERE",
    "Logistics, , ELSEWHERE",
  })
  void isAsNearAsTheLevelsThatAreShared(String department, String location, Nearness nearness) {
    var other = new Place(department, location);
    assertThat(HERE.to(other)).isEqualTo(nearness);
    assertThat(other.to(HERE)).isEqualTo(nearness);
  }
}
