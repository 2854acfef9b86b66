package nl.steunpunt.network.whohelps;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.VisitPanel;
import nl.steunpunt.network.whohelps.WhoHelps.Relation;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class WhoHelpsController {
  private static final int LONGEST = 100;

  private final WhoHelpsScreens screens;
  private final Settings settings;
  private final OrganisationCalendar calendar;
  private final Clock clock;
  private final List<VisitPanel> panels;

  WhoHelpsController(
      WhoHelpsScreens screens,
      Settings settings,
      OrganisationCalendar calendar,
      Clock clock,
      List<VisitPanel> panels) {
    this.screens = screens;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
    this.panels = panels;
  }

  /**
   * Either what was found for the words typed, or an answer.
   *
   * @param q as it was typed
   * @param panels parts of other rooms
   */
  public record WhoHelpsPage(
      String q,
      WhoHelpsScreens.@Nullable Found found,
      @Nullable WhoPage answer,
      List<String> panels) {}

  /** Of several only the first counts; without any it is about who looks. */
  @GetMapping("/who-helps")
  ModelAndView show(
      Me me,
      @RequestParam(required = false) @Nullable PersonId person,
      @RequestParam(required = false) @Nullable Long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String q) {
    var typed = q.strip();
    if (typed.length() > LONGEST) {
      throw Refusal.of("who.search.too_long", LONGEST).at("q");
    }
    if (typed.length() > 1) {
      return page(new WhoHelpsPage(typed, screens.find(typed), null, List.of()));
    }
    var it = answer(me, person, department, location, system, topic).orElseThrow(NotFound::new);
    var set = settings.get(WhoHelpsSettings.SETTING, WhoHelpsSettings.class, WhoHelpsSettings.NONE);
    return page(
        new WhoHelpsPage(
            typed,
            null,
            WhoPage.of(me, it, set, calendar.current(), clock.instant()),
            panels.stream().map(VisitPanel::path).toList()));
  }

  /** When a power user is there, for a page that stands open. */
  @GetMapping("/who-helps/when/{person}")
  ModelAndView when(@PathVariable PersonId person) {
    var card =
        screens.person(person, null, null).stream()
            .flatMap(it -> it.systems().stream())
            .flatMap(system -> system.cards().stream())
            .filter(one -> one.relation() == Relation.SELF)
            .findFirst()
            .orElseThrow(NotFound::new);
    return Reply.page(
        "network/whohelps/now",
        new Now(person.value(), card.availability(calendar.current(), clock.instant())));
  }

  public record Now(long person, Availability when) {}

  private Optional<WhoHelps> answer(
      Me me,
      @Nullable PersonId person,
      @Nullable Long department,
      @Nullable Long location,
      @Nullable SystemId system,
      @Nullable TopicId topic) {
    if (person != null) {
      return screens.person(person, null, null);
    }
    if (department != null) {
      return screens.department(department);
    }
    return location != null ? screens.location(location) : screens.person(me.id(), system, topic);
  }

  private static ModelAndView page(WhoHelpsPage page) {
    return Reply.page("network/whohelps/who", page);
  }

  @Bean
  static MenuEntry whoHelpsEntry() {
    return new MenuEntry(15, "/who-helps", "who.menu", "who", null);
  }
}
