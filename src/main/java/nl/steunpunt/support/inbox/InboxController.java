package nl.steunpunt.support.inbox;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class InboxController {
  private final InboxScreens screens;

  InboxController(InboxScreens screens) {
    this.screens = screens;
  }

  /** The inbox; with {@code open}, as the list beside that question. */
  @GetMapping("/inbox")
  ModelAndView inbox(Me me, @RequestParam(required = false) @Nullable Long open) {
    return Reply.page(
        open == null ? "support/inbox/inbox" : "support/inbox/list", screens.inbox(me, open));
  }

  @Bean
  static MenuEntry inboxEntry() {
    return new MenuEntry(20, "/inbox", "menu.inbox", "inbox", "power_user");
  }
}
