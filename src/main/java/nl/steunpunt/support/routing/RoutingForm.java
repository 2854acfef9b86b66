package nl.steunpunt.support.routing;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/** How patient routing is, as typed. */
public record RoutingForm(
    String silentMinutes,
    String silentMinutesStuck,
    String mostPowerUsers,
    String openAtTenPercent) {

  private static final int LONGEST_SILENCE = 2_400;
  private static final int MOST_POWER_USERS = 20;
  private static final int MOST_OPEN = 200;

  public RoutingForm {
    silentMinutes = stripped(silentMinutes);
    silentMinutesStuck = stripped(silentMinutesStuck);
    mostPowerUsers = stripped(mostPowerUsers);
    openAtTenPercent = stripped(openAtTenPercent);
  }

  static RoutingForm of(RoutingSettings settings) {
    return new RoutingForm(
        Integer.toString(settings.silentMinutes()),
        Integer.toString(settings.silentMinutesStuck()),
        Integer.toString(settings.mostPowerUsers()),
        Long.toString(Math.round(settings.openPerPercent() * 10)));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    check(errors, "silentMinutes", silentMinutes, LONGEST_SILENCE);
    check(errors, "silentMinutesStuck", silentMinutesStuck, LONGEST_SILENCE);
    check(errors, "mostPowerUsers", mostPowerUsers, MOST_POWER_USERS);
    check(errors, "openAtTenPercent", openAtTenPercent, MOST_OPEN);
    if (errors.isEmpty() && number(silentMinutesStuck) > number(silentMinutes)) {
      errors.add(FieldError.of("silentMinutesStuck", "routing.stuck_slower"));
    }
    return errors;
  }

  RoutingSettings settings() {
    return new RoutingSettings(
        number(silentMinutes),
        number(silentMinutesStuck),
        number(mostPowerUsers),
        number(openAtTenPercent) / 10.0);
  }

  private static void check(List<FieldError> errors, String field, String typed, int most) {
    if (number(typed) < 1 || number(typed) > most) {
      errors.add(FieldError.of(field, "routing.number_wrong", most));
    }
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
