package nl.steunpunt.helpdesk.connectors;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.helpdesk.connectors.Connector.Greeting;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.metrics.Gauge;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class ConnectionController {
  private static final String PATH = "/admin/connections";
  private static final String LIST = "helpdesk/connectors/list";
  private static final String ONE = "helpdesk/connectors/one";

  private final ConnectionScreens screens;
  private final ConnectionSetup setup;
  private final ConnectionWork work;
  private final Lines lines;
  private final Desk desk;
  private final Outgoing outgoing;
  private final Mails mails;

  ConnectionController(
      ConnectionScreens screens,
      ConnectionSetup setup,
      ConnectionWork work,
      Lines lines,
      Desk desk,
      Outgoing outgoing,
      Mails mails) {
    this.screens = screens;
    this.setup = setup;
    this.work = work;
    this.lines = lines;
    this.desk = desk;
    this.outgoing = outgoing;
    this.mails = mails;
  }

  /**
   * @param tested what a test found; null: none was made
   */
  public record ListPage(
      List<ConnectionScreens.Row> connections, List<Kind> kinds, @Nullable Tested tested) {
    public boolean isTried(String kind) {
      return kinds.stream().anyMatch(one -> one.word.equals(kind) && one.tried);
    }
  }

  /**
   * @param greeting null: it did not work
   * @param trouble key of a sentence; null: it worked
   */
  public record Tested(
      String name, @Nullable Greeting greeting, @Nullable String trouble, String detail) {}

  public record Kind(String word, boolean tried) {}

  /**
   * @param id null: a new one
   * @param version that it is changed from; null: a new one
   * @param bell what their webhook signs with; null: a new one has none yet
   */
  public record OnePage(
      @Nullable Long id,
      @Nullable Integer version,
      Kind kind,
      ConnectionForm form,
      List<Desk.SystemChoice> systems,
      @Nullable String bellAddress,
      @Nullable String bell,
      List<StoodOtherwise> otherwise,
      List<FieldError> errors) {
    public String action() {
      return id == null ? PATH : PATH + "/" + id;
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    return Reply.page(LIST, new ListPage(screens.all(), kinds(), null));
  }

  private List<Kind> kinds() {
    return lines.kinds().stream().map(one -> new Kind(one.kind(), one.isTried())).toList();
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh(Me me, @RequestParam(defaultValue = "") String kind) {
    var connector = lines.kind(kind).orElse(lines.kinds().getFirst());
    return Reply.page(
        ONE, page(null, ConnectionForm.empty(connector, me.language()), null, List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(@ModelAttribute ConnectionForm form) {
    var speaker = setup.speaker(form.speaker());
    var errors = form.errors(null, speaker, desk.systems(), outgoing);
    if (speaker.isEmpty() || !errors.isEmpty() || lines.kind(form.kind()).isEmpty()) {
      return Reply.again(ONE, page(null, form, null, errors));
    }
    setup.add(form, speaker.get());
    return Reply.to(PATH, "connector.added", form.name());
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(@PathVariable ConnectionId id) {
    var one = setup.one(id);
    var form = ConnectionForm.of(one, screens.speaker(one.speakerId()));
    return Reply.page(ONE, page(id, form, one, List.of()));
  }

  @PostMapping(PATH + "/{id}")
  ModelAndView save(@PathVariable ConnectionId id, @ModelAttribute ConnectionForm form) {
    var one = setup.one(id);
    if (form.isLate(one)) {
      return late(id, form);
    }
    var speaker = setup.speaker(form.speaker());
    var errors = form.errors(one, speaker, desk.systems(), outgoing);
    if (errors.isEmpty()) {
      errors = setup.errorsOfMoving(id, one, form);
    }
    if (speaker.isEmpty() || !errors.isEmpty()) {
      return Reply.again(ONE, page(id, form, one, errors));
    }
    try {
      setup.change(id, form, speaker.get(), one);
    } catch (Refusal _) {
      return late(id, form);
    }
    work.beginAfterCommit();
    return Reply.to(PATH, "connector.saved", form.name());
  }

  /** With what was typed: saved once more it takes the place of what a colleague made of it. */
  private ModelAndView late(ConnectionId id, ConnectionForm form) {
    var now = setup.one(id);
    var said = FieldError.of("name", "connector.changed", now.name(), now.address());
    var stored = ConnectionForm.of(now, screens.speaker(now.speakerId()));
    var otherwise = StoodOtherwise.between(stored, form, desk.systems());
    var reply = Reply.again(ONE, page(id, form, now, otherwise, List.of(said)));
    reply.setStatus(HttpStatus.CONFLICT);
    return reply;
  }

  private OnePage page(
      @Nullable ConnectionId id,
      ConnectionForm form,
      @Nullable Connection one,
      List<FieldError> errors) {
    return page(id, form, one, List.of(), errors);
  }

  private OnePage page(
      @Nullable ConnectionId id,
      ConnectionForm form,
      @Nullable Connection one,
      List<StoodOtherwise> otherwise,
      List<FieldError> errors) {
    var connector = lines.kind(form.kind()).orElse(lines.kinds().getFirst());
    return new OnePage(
        id == null ? null : id.value(),
        one == null ? null : one.version(),
        new Kind(connector.kind(), connector.isTried()),
        form,
        desk.systems(),
        id == null ? null : mails.link(BellController.PATH + "/" + id),
        one == null ? null : setup.bell(one),
        otherwise,
        errors);
  }

  /** Waits for the answer: who presses it wants to know. */
  @PostMapping(PATH + "/{id}/test")
  ModelAndView test(@PathVariable ConnectionId id) {
    var one = setup.one(id);
    Tested tested;
    try {
      tested = new Tested(one.name(), setup.greet(one), null, "");
    } catch (Trouble trouble) {
      tested = new Tested(one.name(), null, trouble.key(), trouble.detail());
    }
    return Reply.page(LIST, new ListPage(screens.all(), kinds(), tested));
  }

  @PostMapping(PATH + "/{id}/activity")
  ModelAndView setActive(@PathVariable ConnectionId id, @RequestParam boolean active) {
    var name = setup.setActive(id, active);
    return Reply.to(PATH, active ? "connector.on.done" : "connector.off.done", name);
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(@PathVariable ConnectionId id) {
    return Reply.to(PATH, "connector.removed", setup.remove(id));
  }

  @Bean
  static AdminEntry connectionEntry() {
    return new AdminEntry(54, PATH, "desk", "connector.title", "connector.lead");
  }

  @Bean
  static AdminWarning connectionWarning(Connections connections) {
    return () ->
        connections.areInTrouble()
            ? Optional.of(
                new AdminWarning.Notice("connector.warning", PATH, "connector.warning.do"))
            : Optional.empty();
  }

  @Bean
  static Gauge lettersWaiting(ConnectionLetters letters) {
    return new Gauge(
        "steunpunt_connection_letters_waiting",
        "What other helpdesk systems were not told yet.",
        letters::waiting);
  }
}
