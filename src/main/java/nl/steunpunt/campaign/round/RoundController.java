package nl.steunpunt.campaign.round;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The round on the phone. Its script keeps what is tapped until it has arrived; without it these
 * are forms like any other.
 */
@Controller
public class RoundController {
  static final String PATH = "/round";
  private static final String TEMPLATE = "campaign/round/round";

  /**
   * @param next the number of a round that begins from this page
   * @param current the zone that is shown; null: there is none
   */
  public record RoundPage(RoundScreens.Screen it, UUID next, @Nullable Long current) {
    public UUID round() {
      return it.walking() == null ? next : it.walking().id();
    }
  }

  private final RoundScreens screens;
  private final RoundWalking walking;
  private final Clock clock;

  RoundController(RoundScreens screens, RoundWalking walking, Clock clock) {
    this.screens = screens;
    this.walking = walking;
    this.clock = clock;
  }

  /**
   * @param at the zone to show; without, the first that was not walked
   */
  @GetMapping(PATH)
  ModelAndView show(
      Me me, @RequestParam(required = false) @Nullable Long at, HttpServletResponse response) {
    var it = screens.screen(me);
    // The phone keeps this page: whose it is, and how far its own clock is off.
    response.setHeader("Steunpunt-Person", me.id().toString());
    response.setHeader("Steunpunt-Now", Long.toString(clock.millis()));
    return Reply.page(TEMPLATE, new RoundPage(it, UUID.randomUUID(), current(it, at)));
  }

  private static @Nullable Long current(RoundScreens.Screen it, @Nullable Long at) {
    var zones = it.zones();
    return zones.stream()
        .map(RoundScreens.Zone::id)
        .filter(id -> id.equals(at))
        .findFirst()
        .or(() ->
            zones.stream()
                .filter(zone -> zone.walkedAt() == null)
                .map(RoundScreens.Zone::id)
                .findFirst())
        .orElseGet(() -> zones.isEmpty() ? null : zones.getLast().id());
  }

  @PostMapping(PATH + "/start")
  ModelAndView start(
      Me me, @RequestParam UUID round, @RequestParam(defaultValue = "") List<Long> place) {
    walking.walk(me, new Walk(round, clock.instant(), place), List.of());
    return Reply.to(PATH);
  }

  @PostMapping(PATH + "/taps")
  ModelAndView tap(
      Me me,
      @RequestParam UUID round,
      @RequestParam UUID sending,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Long place,
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(required = false) @Nullable Integer minutes,
      @RequestParam(required = false) @Nullable IssueId issue,
      @RequestParam(required = false) @Nullable PersonId person,
      @RequestParam(required = false) @Nullable UUID undoes) {
    var what = Tap.Kind.of(kind).orElseThrow(() -> Refusal.of("round.refused.kind"));
    var now = clock.instant();
    return keep(
        me,
        round,
        new Tap(sending, what, place, now, system, topic, minutes, "", issue, person, undoes));
  }

  /** The one with a text, at an address of its own: refused, it comes back into its own form. */
  @PostMapping(PATH + "/heard")
  ModelAndView heard(
      Me me,
      @RequestParam UUID round,
      @RequestParam UUID sending,
      @RequestParam(required = false) @Nullable Long place,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text) {
    var now = clock.instant();
    return keep(
        me,
        round,
        new Tap(sending, Tap.Kind.HEARD, place, now, null, topic, null, text, null, null, null));
  }

  /** Of a round that was begun, which says itself where it leads. */
  private ModelAndView keep(Me me, UUID round, Tap tap) {
    var walk = new Walk(round, tap.at(), List.of());
    var refused = walking.walk(me, walk, List.of(tap)).getFirst().refused();
    if (refused != null) {
      throw refused;
    }
    var stays = tap.place() != null && tap.kind() != Tap.Kind.WALKED;
    return Reply.to(stays ? PATH + "?at=" + tap.place() : PATH, "round.done." + tap.kind().word());
  }

  @GetMapping(PATH + "/today")
  ModelAndView today(Me me) {
    return Reply.page("campaign/round/today", screens.today(me));
  }

  @GetMapping("/network/rounds")
  ModelAndView floors(@RequestParam(required = false) @Nullable Long system) {
    return Reply.page("campaign/round/floors", new FloorsPage(screens.unwalked(), system));
  }

  /**
   * @param system chosen on the other tabs: a round is for people, of whatever system
   */
  public record FloorsPage(List<RoundScreens.Floor> floors, @Nullable Long system) {}

  @Bean
  static MenuEntry roundEntry() {
    return MenuEntry.mine(5, PATH, "round.title", "walk", "power_user");
  }
}
