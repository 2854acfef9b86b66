package nl.steunpunt.network.whohelps;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.network.whohelps.WhoHelps.Relation;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a code on paper leads. */
@RestController
class PlaceApi {
  private final PlaceCodes codes;
  private final WhoHelpsScreens screens;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  PlaceApi(PlaceCodes codes, WhoHelpsScreens screens, OrganisationCalendar calendar, Clock clock) {
    this.codes = codes;
    this.screens = screens;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Who helps there, whom to go to first.
   *
   * @param location its path
   */
  record PlaceWithHelp(String code, long id, String location, List<Helps> helps) {}

  /**
   * @param relation why: serves those who work there, sits there, stands in, or is the nearest
   * @param location where they work
   */
  record Helps(
      long id,
      String name,
      String system,
      Relation relation,
      @Nullable String location,
      Availability.State presence,
      @Nullable Instant nextAvailable,
      List<String> languages) {

    static Helps of(
        WhoHelps.OfSystem system, WhoHelps.Card card, WorkingCalendar calendar, Instant now) {
      var when = card.availability(calendar, now);
      return new Helps(
          card.id(),
          card.name(),
          system.key(),
          card.relation(),
          card.place(),
          when.state(),
          when.next(),
          card.languages());
    }
  }

  @GetMapping("/api/v1/places/{code}")
  PlaceWithHelp show(@PathVariable String code) {
    var location = codes.location(code).orElseThrow(NotFound::new);
    var it = screens.location(location).orElseThrow(NotFound::new);
    var now = clock.instant();
    var working = calendar.current();
    var helps =
        it.systems().stream()
            .flatMap(
                system -> system.cards().stream().map(card -> Helps.of(system, card, working, now)))
            .toList();
    var path = it.path().stream().map(WhoHelps.Place::name).toList();
    return new PlaceWithHelp(
        code.toLowerCase(java.util.Locale.ROOT), location, String.join("/", path), helps);
  }
}
