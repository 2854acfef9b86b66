package nl.steunpunt.network.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lead's mandates: what blocks each, and the next step. */
@Controller
public class MandateController {
  private static final String ONE = "network/mandate/one";

  private final MandateScreens screens;
  private final MandateProposing proposing;
  private final AgreementKeeping agreements;
  private final People people;

  MandateController(
      MandateScreens screens,
      MandateProposing proposing,
      AgreementKeeping agreements,
      People people) {
    this.screens = screens;
    this.proposing = proposing;
    this.agreements = agreements;
    this.people = people;
  }

  public record ListPage(
      MandateScreens.Mandates it, MandateScreens.@Nullable Blocked blocked, int from) {
    public boolean hasMore() {
      return it.rows().size() > MandateScreens.PER_PAGE;
    }

    public String address(@Nullable String wanted) {
      return "/network/mandates?system="
          + it.system()
          + (wanted == null ? "" : "&blocked=" + wanted);
    }

    public String next() {
      return address(blocked == null ? null : blocked.name().toLowerCase(Locale.ROOT))
          + "&from="
          + (from + MandateScreens.PER_PAGE);
    }
  }

  /**
   * @param terms of a new offer
   * @param decider as typed: who decides instead of the line manager
   */
  public record OnePage(
      MandateScreens.One it,
      TermsForm terms,
      MandateSettings settings,
      String decider,
      List<FieldError> errors) {}

  @GetMapping("/network/mandates")
  ModelAndView list(
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(required = false) @Nullable String blocked,
      @RequestParam(defaultValue = "0") int from) {
    var only =
        List.of(MandateScreens.Blocked.values()).stream()
            .filter(one -> one.name().equalsIgnoreCase(blocked))
            .findFirst()
            .orElse(null);
    var start = Math.max(0, from);
    return Reply.page(
        "network/mandate/list", new ListPage(screens.list(system, only, start), only, start));
  }

  @PostMapping("/network/mandates/requests")
  ModelAndView askAll(Me me, @RequestParam SystemId system) {
    var asked = proposing.askAllManagers(me.id(), system);
    return Reply.to("/network/mandates?system=" + system, "mandate.lead.asked_all", asked);
  }

  @GetMapping("/network/mandates/{id}")
  ModelAndView show(@PathVariable MandateId id) {
    var it = one(id);
    return Reply.page(ONE, page(it, terms(it.card()), "", List.of()));
  }

  @PostMapping("/network/mandates/{id}/request")
  ModelAndView ask(Me me, @PathVariable MandateId id) {
    proposing.askTheManager(me.id(), id);
    return done(id, "mandate.lead.asked");
  }

  @PostMapping("/network/mandates/{id}/offer")
  ModelAndView offer(
      Me me,
      @PathVariable MandateId id,
      @RequestParam int version,
      @ModelAttribute TermsForm form) {
    var errors = new ArrayList<FieldError>();
    var terms = form.read(agreements.settings(), agreements.today(), errors);
    if (!errors.isEmpty()) {
      return Reply.again(ONE, page(one(id), form, "", errors));
    }
    proposing.offer(me.id(), id, version, terms);
    return done(id, "mandate.lead.offered");
  }

  @PostMapping("/network/mandates/{id}/decider")
  ModelAndView askInstead(
      Me me, @PathVariable MandateId id, @RequestParam(defaultValue = "") String decider) {
    var it = one(id);
    var person = decider.isBlank() ? null : people.find(Ref.of(decider)).orElse(null);
    try {
      if (person == null) {
        throw Refusal.of("mandate.refused.no_such_person");
      }
      proposing.askInstead(me.id(), id, person);
    } catch (Refusal refusal) {
      if (refusal.isConflict()) {
        throw refusal;
      }
      return Reply.again(
          ONE,
          page(it, terms(it.card()), decider, List.of(FieldError.of("decider", refusal.key()))));
    }
    return done(id, "mandate.lead.asked");
  }

  @PostMapping("/network/mandates/{id}/grace")
  ModelAndView extend(Me me, @PathVariable MandateId id) {
    proposing.extendGrace(me.id(), id);
    return done(id, "mandate.lead.extended");
  }

  @PostMapping("/network/mandates/{id}/renewal")
  ModelAndView renew(Me me, @PathVariable MandateId id) {
    proposing.renew(me.id(), id);
    return done(id, "mandate.lead.asked");
  }

  private static ModelAndView done(MandateId id, String key) {
    return Reply.to("/network/mandates/" + id, key);
  }

  private OnePage page(
      MandateScreens.One it, TermsForm terms, String decider, List<FieldError> errors) {
    return new OnePage(it, terms, agreements.settings(), decider, errors);
  }

  private MandateScreens.One one(MandateId id) {
    return screens.one(id).orElseThrow(NotFound::new);
  }

  private TermsForm terms(MandateCard card) {
    return new TermsForm(
        Integer.toString(card.shareNow()),
        card.shareReason(),
        card.endsOn() == null
            ? agreements.today().plusYears(1).toString()
            : card.endsOn().toString(),
        card.relief(),
        card.reliefBy());
  }
}
