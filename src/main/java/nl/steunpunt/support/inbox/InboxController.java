package nl.steunpunt.support.inbox;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.availability.AwayScreens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class InboxController {
  public record InboxPage(InboxScreens.Inbox inbox, AwayScreens.Away away) {}

  private final InboxScreens screens;
  private final AwayScreens away;

  InboxController(InboxScreens screens, AwayScreens away) {
    this.screens = screens;
    this.away = away;
  }

  /** The inbox; with {@code open}, as the list beside that question. */
  @GetMapping("/inbox")
  ModelAndView inbox(
      Me me,
      @RequestParam(required = false) @Nullable Long open,
      @RequestParam(defaultValue = "false") boolean all) {
    var inbox = screens.inbox(me, open, all);
    return open == null
        ? Reply.page("support/inbox/inbox", new InboxPage(inbox, away.of(me)))
        : Reply.page("support/inbox/list", inbox);
  }

  @Bean
  static MenuEntry inboxEntry() {
    return new MenuEntry(20, "/inbox", "menu.inbox", "inbox", "power_user");
  }
}
