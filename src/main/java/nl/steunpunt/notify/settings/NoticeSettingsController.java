package nl.steunpunt.notify.settings;

import java.util.HashSet;
import java.util.List;
import nl.steunpunt.notify.Choices;
import nl.steunpunt.notify.Choices.Choice;
import nl.steunpunt.notify.SpareMail;
import nl.steunpunt.notify.push.PushBrowserId;
import nl.steunpunt.notify.push.Pushes;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** One's own: what one is told, and how. */
@Controller
class NoticeSettingsController {
  private static final String PATH = "/account/notices";
  private static final String TEMPLATE = "notify/settings/notices";

  private final NoticeScreens screens;
  private final Choices choices;
  private final Pushes pushes;
  private final List<SpareMail> spares;

  NoticeSettingsController(
      NoticeScreens screens, Choices choices, Pushes pushes, List<SpareMail> spares) {
    this.screens = screens;
    this.choices = choices;
    this.pushes = pushes;
    this.spares = spares;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page(TEMPLATE, screens.page(me, PushForm.of(pushes.wish(me.id())), List.of()));
  }

  /** A part of other pages: who is not reached does not come to look here. */
  @GetMapping(PATH + "/trouble")
  ModelAndView trouble(Me me) {
    return Reply.page("notify/settings/trouble", screens.trouble(me));
  }

  /**
   * @param wanted the fields that were ticked; those of the table that are not in it were not
   */
  @PostMapping(PATH)
  ModelAndView choose(Me me, @RequestParam(defaultValue = "") List<String> wanted) {
    var asked = screens.table(me);
    var ticked = new HashSet<Choice>();
    for (var word : wanted) {
      ticked.add(
          asked.stream()
              .filter(choice -> choice.word().equals(word))
              .findFirst()
              .orElseThrow(() -> Refusal.of("notice.refused.unknown")));
    }
    choices.choose(me.id(), asked, ticked);
    return Reply.to(PATH, "notice.saved");
  }

  /**
   * @param spare the words of what was ticked
   */
  @PostMapping(PATH + "/spare")
  ModelAndView chooseSpare(Me me, @RequestParam(defaultValue = "") List<String> spare) {
    if (!spares.stream().map(SpareMail::word).toList().containsAll(spare)) {
      throw Refusal.of("notice.refused.unknown");
    }
    spares.forEach(mail -> mail.choose(me.id(), spare.contains(mail.word())));
    return Reply.to(PATH + "#spare", "notice.saved");
  }

  @PostMapping(PATH + "/push")
  ModelAndView wish(Me me, @ModelAttribute PushForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, screens.page(me, form, errors));
    }
    pushes.keep(me.id(), form.wish(pushes.wish(me.id())));
    return Reply.to(PATH + "#push-how", "notice.saved");
  }

  /** By a tap: the browser itself has asked whether that is meant. */
  @PostMapping(PATH + "/browsers")
  ModelAndView allow(
      Me me,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String p256dh,
      @RequestParam(defaultValue = "") String auth,
      @RequestHeader(value = HttpHeaders.USER_AGENT, required = false) @Nullable String agent) {
    pushes.allow(me, endpoint, p256dh, auth, agent);
    return Reply.to(PATH + "#push", "notice.push.added");
  }

  /** Where it was allowed before: signed in again, or its push service gave it a new address. */
  @PostMapping(PATH + "/browsers/renewal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void renew(
      Me me,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String p256dh,
      @RequestParam(defaultValue = "") String auth,
      @RequestHeader(value = HttpHeaders.USER_AGENT, required = false) @Nullable String agent) {
    pushes.allow(me, endpoint, p256dh, auth, agent);
  }

  @PostMapping(PATH + "/browsers/{browser}/removal")
  ModelAndView remove(Me me, @PathVariable PushBrowserId browser) {
    pushes.remove(me.id(), browser);
    return Reply.to(PATH + "#push", "notice.push.removed");
  }

  @PostMapping(PATH + "/browsers/{browser}/trial")
  ModelAndView tryOut(Me me, @PathVariable PushBrowserId browser) {
    pushes.tryOut(me, browser);
    return Reply.to(PATH + "#push", "notice.push.trial.sent");
  }

  @Bean
  static MenuEntry noticesEntry() {
    return MenuEntry.mine(40, PATH, "notice.title", "phone", null);
  }
}
