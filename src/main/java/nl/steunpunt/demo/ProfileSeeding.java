package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonId;
import org.springframework.stereotype.Component;

/** When each power user sits at their desk, and which languages they speak. */
@Component
class ProfileSeeding {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final Profiles profiles;

  ProfileSeeding(Profiles profiles) {
    this.profiles = profiles;
  }

  /** The same again changes nothing. */
  void seed(Collection<PowerUser> powerUsers, Found people) {
    var byName =
        powerUsers.stream()
            .collect(Collectors.toMap(p -> p.employee().name(), p -> people.person(p.employee())));
    for (var row : Tables.rows("profiles.csv")) {
      var person = byName.get(row.get("name"));
      if (person != null) {
        profiles.change(
            person,
            new Profiles.Profile(
                List.of(row.get("languages").split("\\|", -1)),
                row.get("phone").equals("yes"),
                false));
        for (var hours : row.get("hours").split("\\|", -1)) {
          add(person, hours.split("[ -]", 3));
        }
      }
    }
  }

  /**
   * @param hours days of the week in digits, from, until
   */
  private void add(PersonId person, String[] hours) {
    var days = hours[0].chars().mapToObj(day -> DayOfWeek.of(day - '0')).toList();
    profiles.addHours(
        person, days, LocalTime.parse(hours[1], CLOCK), LocalTime.parse(hours[2], CLOCK));
  }
}
