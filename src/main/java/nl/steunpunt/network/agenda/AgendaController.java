package nl.steunpunt.network.agenda;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own calendar: where it is, what is read of it, and that it is read no more. */
@Controller
public class AgendaController {
  private static final String PATH = "/availability/calendar";

  /** Of one person in ten minutes: each is a request that our server sends somewhere. */
  private static final int TRIES = 20;

  private final AgendaScreens screens;
  private final AgendaSource source;
  private final AgendaFetching fetching;
  private final Agendas agendas;
  private final ClientShares shares;
  private final Clock clock;

  AgendaController(
      AgendaScreens screens,
      AgendaSource source,
      AgendaFetching fetching,
      Agendas agendas,
      Clock clock) {
    this.screens = screens;
    this.source = source;
    this.fetching = fetching;
    this.agendas = agendas;
    this.shares = new ClientShares(TRIES, Duration.ofMinutes(10), "agenda.too_often", clock);
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page("network/agenda/agenda", screens.of(me));
  }

  /** It is kept when it could be read, and what was seen is said at once. */
  @PostMapping(PATH)
  ModelAndView name(Me me, @RequestParam(defaultValue = "") String address) {
    var to = source.address(address);
    shares.take(me.id());
    var now = clock.instant();
    try {
      var read = source.read(me.id(), to, now);
      agendas.put(me.id(), source.seal(to), to.hostAndPort(), read, now, AgendaFetching.next(now));
    } catch (AgendaTrouble trouble) {
      throw refusal(trouble.kind()).at("agenda-address");
    }
    return seen(me);
  }

  @PostMapping(PATH + "/check")
  ModelAndView check(Me me) {
    var named = agendas.of(me.id()).orElseThrow(() -> Refusal.conflict("agenda.refused.none"));
    shares.take(me.id());
    var trouble = fetching.readNow(named);
    if (trouble != null) {
      throw refusal(trouble);
    }
    return seen(me);
  }

  private ModelAndView seen(Me me) {
    return Reply.to(PATH, "agenda.done.seen", screens.of(me).busy());
  }

  @PostMapping(PATH + "/removal")
  ModelAndView remove(Me me) {
    agendas.remove(me.id(), clock.instant());
    return Reply.to(PATH);
  }

  @PostMapping(PATH + "/undoing")
  ModelAndView putBack(Me me) {
    if (!agendas.putBack(me.id(), clock.instant())) {
      throw Refusal.conflict("agenda.refused.gone_for_good");
    }
    // Found by itself within seconds.
    fetching.begin();
    return Reply.to(PATH, "agenda.done.back");
  }

  private static Refusal refusal(AgendaTrouble.Kind kind) {
    return Refusal.of("agenda.trouble." + kind.word());
  }
}
