package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** When each power user sits at their desk, and which languages they speak. */
@Component
class ProfileSeeding {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final Profiles profiles;
  private final Settings settings;

  ProfileSeeding(Profiles profiles, Settings settings) {
    this.profiles = profiles;
    this.settings = settings;
  }

  /** Who looks at a demo does so from the machine that it runs on. */
  void open(Collection<PowerUser> powerUsers, Found people) {
    settings.remember(
        "who-helps",
        Map.of(
            "chatName",
            "Teams",
            "chatTemplate",
            "https://teams.microsoft.com/l/chat/0/0?users={email}",
            "helpdeskPhone",
            "+31 30 000 1111",
            "helpdeskEmail",
            "servicedesk@novum.example"));
    settings.remember(
        "who-helps-open", Map.of("open", true, "networks", List.of("127.0.0.0/8", "::1/128")));
    seed(powerUsers, people, true);
  }

  /** The same again changes nothing. */
  void seed(Collection<PowerUser> powerUsers, Found people) {
    seed(powerUsers, people, false);
  }

  private void seed(Collection<PowerUser> powerUsers, Found people, boolean open) {
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
                open && row.get("strangers").equals("yes")));
        if (open && row.get("strangers").equals("yes")) {
          profiles.print(person, true, false);
        }
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
