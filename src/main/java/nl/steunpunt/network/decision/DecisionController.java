package nl.steunpunt.network.decision;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.network.mandate.MandateEnding;
import nl.steunpunt.network.mandate.MandateLinks;
import nl.steunpunt.network.mandate.MandateLinks.MandateLink;
import nl.steunpunt.network.mandate.MandateScreens;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The manager's one page: signed in, or by the link in the mail. */
@Controller
public class DecisionController {
  private static final String LIST = "network/decision/list";
  private static final String DECIDE = "network/decision/decide";
  private static final String LINK_GONE = "network/decision/link-gone";
  private static final String REQUESTS = "/mandate-requests";

  private final DecisionScreens screens;
  private final MandateScreens mandates;
  private final MandateDeciding deciding;
  private final DeputyManagers deputies;
  private final DeputyNaming naming;
  private final MandateEnding ending;
  private final MandateLinks links;
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final People people;

  DecisionController(
      DecisionScreens screens,
      MandateScreens mandates,
      MandateDeciding deciding,
      DeputyManagers deputies,
      DeputyNaming naming,
      MandateEnding ending,
      MandateLinks links,
      Agreements agreements,
      AgreementKeeping keeping,
      People people) {
    this.screens = screens;
    this.mandates = mandates;
    this.deciding = deciding;
    this.deputies = deputies;
    this.naming = naming;
    this.ending = ending;
    this.links = links;
    this.agreements = agreements;
    this.keeping = keeping;
    this.people = people;
  }

  /**
   * @param deputy as typed
   */
  public record ListPage(
      List<DecisionScreens.Request> requests,
      List<DecisionScreens.Input> inputs,
      List<DeputyManagers.Deputy> deputies,
      String deputy,
      String until,
      List<FieldError> errors) {}

  /**
   * @param path where the form goes, without {@code /decision}
   * @param meantFor whom the link was mailed to; null when signed in
   * @param isOpen it can be decided from here: what the link or page is about still stands
   */
  public record DecidePage(
      MandateScreens.One it,
      String path,
      @Nullable String meantFor,
      boolean isOpen,
      DecisionForm form,
      List<FieldError> errors) {}

  /**
   * @param why 'unknown', 'over' or 'other'
   */
  public record LinkGonePage(String why, @Nullable String meantFor, @Nullable Long mandate) {}

  @GetMapping(REQUESTS)
  ModelAndView list(Me me) {
    return Reply.page(LIST, list(me, "", "", List.of()));
  }

  @GetMapping(REQUESTS + "/{id}")
  ModelAndView show(Me me, @PathVariable MandateId id) {
    requireDecider(me.id(), id);
    var it = mandates.one(id).orElseThrow(NotFound::new);
    return Reply.page(
        DECIDE,
        page(it, REQUESTS + "/" + id, null, DecisionForm.empty(it.card().version()), List.of()));
  }

  @PostMapping(REQUESTS + "/{id}/decision")
  ModelAndView decide(Me me, @PathVariable MandateId id, @ModelAttribute DecisionForm form) {
    var errors = decide(me.id(), id, form);
    if (errors.isEmpty()) {
      return Reply.to(REQUESTS + "/" + id, thanks(form));
    }
    // What was typed can be wrong before the request is looked for.
    requireDecider(me.id(), id);
    var it = mandates.one(id).orElseThrow(NotFound::new);
    return Reply.again(DECIDE, page(it, REQUESTS + "/" + id, null, form, errors));
  }

  /** What was agreed stops at the manager's wish: signed in alone, and with the reason. */
  @PostMapping(REQUESTS + "/{id}/ending")
  ModelAndView end(
      Me me,
      @PathVariable MandateId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String reason) {
    requireDecider(me.id(), id);
    try {
      ending.end(me, id, version, reason.isBlank() ? null : reason.strip());
    } catch (Refusal refusal) {
      if (refusal.isConflict()) {
        throw refusal;
      }
      var it = mandates.one(id).orElseThrow(NotFound::new);
      var typed =
          new DecisionForm(DecisionForm.END, it.card().version(), null, reason, null, null, null);
      return Reply.again(
          DECIDE, page(it, REQUESTS + "/" + id, null, typed, List.of(error("reason", refusal))));
    }
    return Reply.to(REQUESTS + "/" + id, "decision.end.done");
  }

  @GetMapping("/mandate-link/{link}")
  ModelAndView open(@Nullable Me me, @PathVariable String link) {
    var read = links.read(link, keeping.moment());
    if (read.isEmpty() || read.get().isOver() || isSomebodyElse(me, read.get())) {
      return gone(me, read.orElse(null));
    }
    var it = mandates.one(read.get().mandate()).orElseThrow(NotFound::new);
    if (!isTheirs(read.get(), it)) {
      return gone(me, read.get());
    }
    return Reply.page(
        DECIDE, byLink(it, link, read.get(), DecisionForm.empty(it.card().version()), List.of()));
  }

  @PostMapping("/mandate-link/{link}/decision")
  ModelAndView decide(
      @Nullable Me me, @PathVariable String link, @ModelAttribute DecisionForm form) {
    var read = links.read(link, keeping.moment());
    if (read.isEmpty() || read.get().isOver() || isSomebodyElse(me, read.get())) {
      return gone(me, read.orElse(null));
    }
    // What the link is about, not what the form says: a link decides no other version than its own.
    var bound =
        new DecisionForm(
            form.decision(),
            read.get().version(),
            form.share(),
            form.reason(),
            form.otherReason(),
            form.relief(),
            form.reliefBy());
    var it = mandates.one(read.get().mandate()).orElseThrow(NotFound::new);
    if (!isTheirs(read.get(), it) || read.get().version() != it.card().version()) {
      return tooLate(me, it, link, read.get(), bound);
    }
    try {
      var errors = decide(read.get().person(), read.get().mandate(), bound);
      return errors.isEmpty()
          ? Reply.to("/mandate-link/" + link, thanks(form))
          : Reply.again(DECIDE, byLink(it, link, read.get(), bound, errors));
    } catch (Refusal refusal) {
      if (!refusal.isConflict()) {
        throw refusal;
      }
      var now = mandates.one(read.get().mandate()).orElseThrow(NotFound::new);
      return tooLate(me, now, link, read.get(), bound);
    }
  }

  /** Used twice, or changed meanwhile: the page says what stands now, to whose it is still. */
  private ModelAndView tooLate(
      @Nullable Me me, MandateScreens.One it, String link, MandateLink read, DecisionForm form) {
    if (!isTheirs(read, it)) {
      return gone(me, read);
    }
    var page = Reply.page(DECIDE, byLink(it, link, read, form, List.of()));
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  @PostMapping(REQUESTS + "/deputies")
  ModelAndView setDeputy(
      Me me,
      @RequestParam(defaultValue = "") String deputy,
      @RequestParam(defaultValue = "") String until) {
    var today = keeping.today();
    var errors = new ArrayList<FieldError>();
    var person = deputy.isBlank() ? null : people.find(Ref.of(deputy)).orElse(null);
    var last = LocalMoment.day(until).orElse(null);
    if (person == null) {
      errors.add(FieldError.of("deputy", "mandate.refused.no_such_person"));
    }
    if (last == null) {
      errors.add(FieldError.of("until", "decision.deputy.period"));
    }
    if (person != null && last != null) {
      try {
        naming.name(me, person, today, last);
      } catch (Refusal refusal) {
        errors.add(
            FieldError.of(refusal.key().endsWith("self") ? "deputy" : "until", refusal.key()));
      }
    }
    return errors.isEmpty()
        ? Reply.to(REQUESTS, "decision.deputy.set")
        : Reply.again(LIST, list(me, deputy, until, errors));
  }

  @PostMapping(REQUESTS + "/deputies/removal")
  ModelAndView removeDeputy(Me me, @RequestParam PersonId deputy) {
    deputies.remove(me.id(), deputy);
    return Reply.to(REQUESTS, "decision.deputy.removed");
  }

  private List<FieldError> decide(PersonId by, MandateId id, DecisionForm form) {
    try {
      deciding.decide(by, id, form.said());
      return List.of();
    } catch (Refusal refusal) {
      // Who is asked about themselves has no page on which the form could come back.
      if (refusal.isConflict() || refusal.key().equals("mandate.refused.own")) {
        throw refusal;
      }
      return List.of(error(form.field(refusal.key()), refusal));
    }
  }

  private static FieldError error(String field, Refusal refusal) {
    var arguments =
        java.util.Arrays.stream(refusal.arguments()).filter(java.util.Objects::nonNull).toArray();
    return FieldError.of(field, refusal.key(), arguments);
  }

  private ListPage list(Me me, String deputy, String until, List<FieldError> errors) {
    var today = keeping.today();
    return new ListPage(
        screens.of(me.id(), today),
        screens.released(me.id()),
        deputies.of(me.id(), today),
        deputy,
        until,
        errors);
  }

  private DecidePage byLink(
      MandateScreens.One it,
      String link,
      MandateLink read,
      DecisionForm form,
      List<FieldError> errors) {
    var page = page(it, "/mandate-link/" + link, screens.name(read.person()), form, errors);
    return read.version() == it.card().version()
        ? page
        : new DecidePage(it, page.path(), page.meantFor(), false, form, errors);
  }

  private static DecidePage page(
      MandateScreens.One it,
      String path,
      @Nullable String meantFor,
      DecisionForm form,
      List<FieldError> errors) {
    return new DecidePage(it, path, meantFor, it.card().stage().waitsForManager(), form, errors);
  }

  private ModelAndView gone(@Nullable Me me, @Nullable MandateLink link) {
    var why = link == null ? "unknown" : isSomebodyElse(me, link) ? "other" : "over";
    var page =
        Reply.page(
            LINK_GONE,
            new LinkGonePage(
                why,
                link == null ? null : screens.name(link.person()),
                link == null ? null : link.mandate().value()));
    page.setStatus(why.equals("other") ? HttpStatus.FORBIDDEN : HttpStatus.GONE);
    return page;
  }

  /** Forwarded, or opened in a colleague's browser. */
  private static boolean isSomebodyElse(@Nullable Me me, MandateLink link) {
    return me != null && !me.id().equals(link.person());
  }

  /**
   * Somebody else was asked since, or the deputy's time is over: what is decided then, and said
   * with it, is not theirs to read. Who decided it themselves may see that again.
   */
  private boolean isTheirs(MandateLink link, MandateScreens.One it) {
    return agreements.isDecidedBy(link.person(), link.mandate(), keeping.today())
        || link.version() != it.card().version()
            && agreements.wasDecidedBy(link.person(), link.mandate());
  }

  private void requireDecider(PersonId me, MandateId id) {
    if (!agreements.isDecidedBy(me, id, keeping.today())) {
      throw new NotFound();
    }
  }

  private static String thanks(DecisionForm form) {
    return "decision.thanks." + form.decision();
  }
}
