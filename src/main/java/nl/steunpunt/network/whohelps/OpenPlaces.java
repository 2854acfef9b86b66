package nl.steunpunt.network.whohelps;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.network.floorplan.PlanSpot;
import nl.steunpunt.network.whohelps.WhoHelps.Card;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who helps at one place, of each no more than they agreed to show to who is not signed in. */
@Component
public class OpenPlaces {
  private final WhoHelpsScreens screens;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  OpenPlaces(WhoHelpsScreens screens, OrganisationCalendar calendar, Clock clock) {
    this.screens = screens;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A power user who agreed, for strangers: no function, photo, address or number. */
  public record Seen(
      String name,
      @Nullable String place,
      @Nullable PlanSpot plan,
      List<DeskHours> hours,
      Availability when) {
    public String firstName() {
      return name.split(" ", 2)[0];
    }
  }

  /**
   * @param path from the top, itself included
   * @param seen whom to go to first
   * @param hidden whether somebody helps there who is shown to colleagues only
   */
  public record OpenPlace(List<String> path, List<Seen> seen, boolean hidden) {
    public String name() {
      return WhoHelps.named(path);
    }
  }

  /**
   * @param system key of the one that it is about; empty, or not known: any
   */
  public Optional<OpenPlace> at(long location, String system) {
    return screens.location(location).map(it -> place(it, system));
  }

  private OpenPlace place(WhoHelps it, String system) {
    var now = clock.instant();
    var isKnown = it.systems().stream().anyMatch(one -> one.key().equals(system));
    var cards =
        it.systems().stream()
            .filter(one -> !isKnown || one.key().equals(system))
            .flatMap(one -> one.cards().stream())
            .toList();
    var seen =
        cards.stream()
            .filter(Card::shownToStrangers)
            .collect(Collectors.toMap(Card::id, Function.identity(), (one, _) -> one))
            .values()
            .stream()
            .sorted(Comparator.comparing(cards::indexOf))
            .map(card -> seen(card, now))
            .sorted(Comparator.comparing(one -> one.when.isAway()))
            .toList();
    return new OpenPlace(
        it.path().stream().map(WhoHelps.Place::name).toList(),
        seen,
        cards.stream().anyMatch(card -> !card.shownToStrangers()));
  }

  private Seen seen(Card card, Instant now) {
    return new Seen(
        card.name(),
        card.place(),
        card.plan(),
        card.deskHours(),
        card.availability(calendar.current(), now));
  }
}
