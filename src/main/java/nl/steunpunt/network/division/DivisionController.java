package nl.steunpunt.network.division;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.division.DivisionScreens.After;
import nl.steunpunt.network.division.DivisionScreens.Division;
import nl.steunpunt.network.division.DivisionScreens.Receivers;
import nl.steunpunt.network.division.DivisionScreens.WhatIf;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lead looks who has which people, tries another division, and moves a constituency. */
@Controller
public class DivisionController {
  private static final int LONGEST = 100;

  private final DivisionScreens screens;
  private final ConstituencyChanges changes;
  private final Clock clock;

  DivisionController(DivisionScreens screens, ConstituencyChanges changes, Clock clock) {
    this.screens = screens;
    this.changes = changes;
    this.clock = clock;
  }

  public record DivisionPage(Division it, String q, boolean isFirst) {
    public @Nullable String first() {
      return isFirst ? null : address();
    }

    public @Nullable String next() {
      if (!it.hasMore()) {
        return null;
      }
      var last = it.shown().getLast();
      return "%s&afterName=%s&afterMandate=%d"
          .formatted(address(), encode(last.name(), UTF_8), last.mandate());
    }

    private String address() {
      return "/network/division?system=%s&q=%s".formatted(it.system(), encode(q, UTF_8));
    }
  }

  public record ReceiversPage(Receivers it, Move move, String q) {}

  public record WhatIfPage(WhatIf it, Move move, long to, boolean cameBetween) {}

  @GetMapping("/network/division")
  ModelAndView show(
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String afterName,
      @RequestParam(defaultValue = "0") long afterMandate) {
    var sought = sought(q);
    var after = afterName == null ? null : new After(afterName, afterMandate);
    return Reply.page(
        "network/division/division",
        new DivisionPage(screens.division(system, sought, after), sought, after == null));
  }

  /** To whom could this go? */
  @GetMapping("/network/division/receivers")
  ModelAndView choose(
      @RequestParam SystemId system,
      @RequestParam ConstituencyRule.Kind kind,
      @RequestParam long ref,
      @RequestParam(required = false) @Nullable MandateId from,
      @RequestParam(defaultValue = "") String q) {
    var move = new Move(system, new ConstituencyRule(kind, ref), from);
    var sought = sought(q);
    var it = screens.receivers(move, sought).orElseThrow(NotFound::new);
    return Reply.page("network/division/receivers", new ReceiversPage(it, move, sought));
  }

  /** Changes nothing. */
  @GetMapping("/network/division/what-if")
  ModelAndView whatIf(
      @RequestParam SystemId system,
      @RequestParam ConstituencyRule.Kind kind,
      @RequestParam long ref,
      @RequestParam(required = false) @Nullable MandateId from,
      @RequestParam MandateId to) {
    return whatIf(new Move(system, new ConstituencyRule(kind, ref), from), to, false);
  }

  /**
   * @param seen the last change when the lead saw what it would come to: if another came since,
   *     they look once more
   */
  @PostMapping("/network/division/moving")
  ModelAndView move(
      Me me,
      @RequestParam SystemId system,
      @RequestParam ConstituencyRule.Kind kind,
      @RequestParam long ref,
      @RequestParam(required = false) @Nullable MandateId from,
      @RequestParam MandateId to,
      @RequestParam long seen) {
    var move = new Move(system, new ConstituencyRule(kind, ref), from);
    var found = screens.whatIf(move, to);
    if (found.isEmpty() && changes.isChangedSince(system, seen)) {
      throw Refusal.conflict("division.refused.gone");
    }
    var it = found.orElseThrow(NotFound::new);
    if (it.hasIt()) {
      return whatIf(move, to, false);
    }
    if (!changes.move(system, from, to, move.rule(), seen, me.id(), clock.instant())) {
      return whatIf(move, to, true);
    }
    return Reply.to(
        "/network/changes?system=" + system,
        "division.moved",
        it.place().replace("/", " · "),
        it.receiver().name());
  }

  private ModelAndView whatIf(Move move, MandateId to, boolean cameBetween) {
    var it = screens.whatIf(move, to).orElseThrow(NotFound::new);
    var page = new WhatIfPage(it, move, to.value(), cameBetween);
    return cameBetween
        ? Reply.again("network/division/what-if", page)
        : Reply.page("network/division/what-if", page);
  }

  private static String sought(String typed) {
    var stripped = typed.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
