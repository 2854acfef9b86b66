package nl.steunpunt.support.inbox;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.DayPanel;
import nl.steunpunt.support.availability.AwayScreens;
import nl.steunpunt.support.availability.Saying;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class InboxController {
  public record InboxPage(
      InboxScreens.Inbox inbox, AwayScreens.Away away, Saying presence, List<String> panels) {}

  private final InboxScreens screens;
  private final AwayScreens away;
  private final OrganisationCalendar calendar;
  private final Clock clock;
  private final List<String> panels;

  InboxController(
      InboxScreens screens,
      AwayScreens away,
      OrganisationCalendar calendar,
      Clock clock,
      List<DayPanel> panels) {
    this.screens = screens;
    this.away = away;
    this.calendar = calendar;
    this.clock = clock;
    this.panels = panels.stream().map(DayPanel::path).toList();
  }

  /** The inbox; with {@code open}, as the list beside that question. */
  @GetMapping("/inbox")
  ModelAndView inbox(
      Me me,
      @RequestParam(required = false) @Nullable Long open,
      @RequestParam(defaultValue = "false") boolean all) {
    var inbox = screens.inbox(me, open, all);
    if (open != null) {
      return Reply.page("support/inbox/list", inbox);
    }
    var now = away.of(me);
    var saying = Saying.of(now, "/inbox", calendar.current(), clock.instant());
    return Reply.page("support/inbox/inbox", new InboxPage(inbox, now, saying, panels));
  }

  @Bean
  static MenuEntry inboxEntry() {
    return new MenuEntry(20, "/inbox", "menu.inbox", "inbox", "power_user");
  }
}
