package nl.steunpunt.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.PhotoTaking;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.picture.Crop;
import nl.steunpunt.platform.settings.Settings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** When each power user sits at their desk, which languages they speak, and how some look. */
@Component
class ProfileSeeding {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  /** A head, without the shoulders: faces are small. */
  private static final Crop HEAD = new Crop(0.5, 0.45, 0.78);

  private final Profiles profiles;
  private final PhotoTaking photos;
  private final Settings settings;

  ProfileSeeding(Profiles profiles, PhotoTaking photos, Settings settings) {
    this.profiles = profiles;
    this.photos = photos;
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
        var face = row.get("face");
        if (open && row.get("strangers").equals("yes")) {
          profiles.print(person, true, !face.isEmpty());
        }
        if (open && !face.isEmpty()) {
          show(person, face);
        }
        for (var hours : row.get("hours").split("\\|", -1)) {
          add(person, hours.split("[ -]", 3));
        }
      }
    }
  }

  /** Drawn (src/art/faces) and taken in as an upload: nobody of flesh and blood is in a demo. */
  private void show(PersonId person, String face) {
    try (var drawn = new ClassPathResource("demo/faces/" + face + ".jpg").getInputStream()) {
      photos.take(person, drawn, HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
