package nl.steunpunt.support.mailbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class MailboxController {
  private static final String TEMPLATE = "support/mailbox/mailbox";

  /**
   * @param trouble why it could not be connected just now; null: nothing was tried, or it could
   */
  public record MailboxPage(
      MailboxForm form,
      MailboxSettings.Tls[] kinds,
      List<ItSystem> systems,
      boolean connected,
      MailboxScreens.State state,
      @Nullable String trouble,
      @Nullable String detail,
      List<FieldError> errors) {}

  private final MailboxSetup setup;
  private final MailboxScreens screens;
  private final Mailboxes mailboxes;
  private final MailsIn mailsIn;
  private final MailFetching fetching;
  private final Systems systems;
  private final Clock clock;

  MailboxController(
      MailboxSetup setup,
      MailboxScreens screens,
      Mailboxes mailboxes,
      MailsIn mailsIn,
      MailFetching fetching,
      Systems systems,
      Clock clock) {
    this.setup = setup;
    this.screens = screens;
    this.mailboxes = mailboxes;
    this.mailsIn = mailsIn;
    this.fetching = fetching;
    this.systems = systems;
    this.clock = clock;
  }

  @GetMapping("/admin/mailbox")
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(MailboxForm.of(setup.current()), Optional.empty(), List.of()));
  }

  /** Saved only when it can be read: a mailbox that is wrong is no mailbox. */
  @PostMapping("/admin/mailbox")
  ModelAndView connect(@ModelAttribute MailboxForm form) {
    var now = setup.current();
    var errors = form.errors(now);
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, Optional.empty(), errors));
    }
    var trouble = setup.connect(setup.sealed(form, now), form.takesOld());
    if (trouble.isPresent()) {
      return Reply.again(TEMPLATE, page(form, trouble, List.of()));
    }
    fetching.begin();
    return Reply.to("/admin/mailbox", "mailbox.connected");
  }

  @PostMapping("/admin/mailbox/removal")
  ModelAndView disconnect() {
    setup.disconnect();
    return Reply.to("/admin/mailbox", "mailbox.disconnected");
  }

  @PostMapping("/admin/mailbox/mails/{id}/retry")
  ModelAndView tryAgain(@PathVariable long id) {
    if (!mailsIn.tryAgain(id, clock.instant())) {
      throw new NotFound();
    }
    mailboxes.lookNow(clock.instant());
    fetching.begin();
    return Reply.to("/admin/mailbox", "mailbox.tried_again");
  }

  @PostMapping("/admin/mailbox/mails/{id}/discarding")
  ModelAndView discard(@PathVariable long id) {
    if (!mailsIn.discard(id)) {
      throw new NotFound();
    }
    return Reply.to("/admin/mailbox", "mailbox.discarded");
  }

  private MailboxPage page(
      MailboxForm form, Optional<MailboxTrouble> trouble, List<FieldError> errors) {
    return new MailboxPage(
        form,
        MailboxSettings.Tls.values(),
        systems.active(),
        setup.current().isConnected(),
        screens.state(),
        trouble.map(why -> why.kind().name().toLowerCase(java.util.Locale.ROOT)).orElse(null),
        trouble.map(MailboxTrouble::detail).orElse(null),
        errors);
  }

  @Bean
  static AdminWarning mailboxWarning(MailboxScreens screens) {
    return () ->
        Optional.of(screens.state())
            .filter(MailboxScreens.State::isInTrouble)
            .map(_ ->
                new AdminWarning.Notice("machine.mailbox", "/admin/mailbox", "machine.mailbox.do"));
  }

  @Bean
  static AdminEntry mailboxEntry() {
    return new AdminEntry(52, "/admin/mailbox", "inbox", "mailbox.title", "mailbox.title.lead");
  }
}
