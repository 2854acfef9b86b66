package nl.steunpunt.helpdesk.connectors;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Connections with other helpdesk systems by a program, as on the administrator's page. */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionApi {
  private final ConnectionScreens screens;
  private final ConnectionSetup setup;
  private final ConnectionWork work;
  private final Lines lines;
  private final Desk desk;
  private final Outgoing outgoing;

  ConnectionApi(
      ConnectionScreens screens,
      ConnectionSetup setup,
      ConnectionWork work,
      Lines lines,
      Desk desk,
      Outgoing outgoing) {
    this.screens = screens;
    this.setup = setup;
    this.work = work;
    this.lines = lines;
    this.desk = desk;
    this.outgoing = outgoing;
  }

  /**
   * The mapping is lines "left = right", as in the form.
   *
   * @param kind of a connection that is there it stays what it is
   * @param key left out when it is changed: the one that is stored
   * @param systems left out: all
   * @param statuses left out: as usual there
   * @param version that was seen; left out: whatever stands now
   */
  record Wish(
      @Nullable String name,
      @Nullable String kind,
      @Nullable String address,
      @Nullable String key,
      @Nullable List<Long> systems,
      @Nullable String speaker,
      @Nullable String language,
      @Nullable String place,
      @Nullable List<String> places,
      @Nullable List<String> fields,
      @Nullable List<String> statuses,
      @Nullable List<String> people,
      @Nullable Integer version) {
    ConnectionForm form(Connector connector) {
      var members = new Members();
      var named = members.text("/name", name, ConnectionForm.LONGEST_NAME);
      members.check();
      return new ConnectionForm(
          named,
          connector.kind(),
          given(address),
          given(key),
          systems == null ? List.of() : systems,
          given(speaker),
          given(language),
          given(place),
          joined(places),
          joined(fields),
          joined(statuses == null ? connector.usualStatuses() : statuses),
          joined(people),
          version);
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : text;
    }

    private static String joined(@Nullable List<String> lines) {
      return lines == null ? "" : String.join("\n", lines);
    }
  }

  /**
   * @param tried whether this kind ever ran against the real product
   * @param speaker an address; empty: that colleague is gone
   * @param trouble a word; null: none
   * @param tickets there
   * @param waiting to be told there
   * @param refused what the desk has to put right
   * @param version send it back with a change: it is refused when another came in between
   */
  record Shown(
      long id,
      String name,
      String kind,
      boolean tried,
      String address,
      List<Long> systems,
      String speaker,
      String language,
      String place,
      List<String> places,
      List<String> fields,
      List<String> statuses,
      List<String> people,
      boolean active,
      @Nullable Instant reachedAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      long tickets,
      long waiting,
      long refused,
      int version) {}

  /**
   * @param product as it calls itself; null: it did not work
   * @param missing of the mapping
   * @param trouble why not, in a word
   * @param detail what the other side said
   */
  record Trial(
      boolean works,
      @Nullable String product,
      List<Missing> missing,
      @Nullable String trouble,
      @Nullable String detail) {}

  /**
   * @param what a word: queue, project, group, status, field, colleague
   */
  record Missing(String what, String named) {
    static Missing of(Connector.Finding finding) {
      return new Missing(
          finding.key().substring(finding.key().lastIndexOf('.') + 1), finding.named());
    }
  }

  /**
   * @param active left out: true
   */
  record Activity(@Nullable Boolean active) {}

  @GetMapping
  Slice<Shown> list() {
    return Slice.whole(screens.all().stream().map(this::shown).toList());
  }

  @PostMapping
  ResponseEntity<Shown> add(@RequestBody Wish wish) {
    var connector =
        lines
            .kind(wish.kind == null ? "" : wish.kind)
            .orElseThrow(() -> Invalid.member("/kind", "connector.wrong.kind"));
    var form = wish.form(connector);
    var id = setup.add(form, speaker(form, null));
    return ResponseEntity.created(URI.create("/api/v1/connections/" + id)).body(one(id));
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable ConnectionId id) {
    return screens.all().stream()
        .filter(row -> row.id() == id.value())
        .findFirst()
        .map(this::shown)
        .orElseThrow(NotFound::new);
  }

  private Shown shown(ConnectionScreens.Row row) {
    return new Shown(
        row.id(),
        row.name(),
        row.kind(),
        lines.kind(row.kind()).map(Connector::isTried).orElse(false),
        row.address(),
        row.systems(),
        row.speakerEmail() == null ? "" : row.speakerEmail(),
        row.language(),
        row.place(),
        row.places().lines().toList(),
        row.fields().lines().toList(),
        row.statuses().lines().toList(),
        row.people().lines().toList(),
        row.active(),
        row.reachedAt(),
        row.failingSince(),
        row.trouble(),
        row.tickets(),
        row.waiting(),
        row.dead(),
        row.version());
  }

  @PutMapping("/{id}")
  Shown change(@PathVariable ConnectionId id, @RequestBody Wish wish) {
    var before = setup.one(id);
    var form = wish.form(lines.kind(before.kind()).orElseThrow(NotFound::new));
    if (form.isLate(before)) {
      throw Refusal.conflict("connector.refused.changed", before.name(), before.address());
    }
    var speaker = speaker(form, before);
    check(setup.errorsOfMoving(id, before, form));
    setup.change(id, form, speaker, before);
    work.beginAfterCommit();
    return one(id);
  }

  private PersonId speaker(ConnectionForm form, @Nullable Connection before) {
    var speaker = setup.speaker(form.speaker());
    check(form.errors(before, speaker, desk.systems(), outgoing));
    return speaker.orElseThrow(NotFound::new);
  }

  private static void check(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      var first = errors.getFirst();
      throw Invalid.member("/" + first.field(), first.key(), first.arguments().toArray());
    }
  }

  @PostMapping("/{id}/removal")
  ResponseEntity<Void> remove(@PathVariable ConnectionId id) {
    setup.remove(id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/activity")
  Shown setActive(@PathVariable ConnectionId id, @RequestBody Activity activity) {
    setup.setActive(id, !Boolean.FALSE.equals(activity.active));
    return one(id);
  }

  @PostMapping("/{id}/test")
  Trial test(@PathVariable ConnectionId id) {
    try {
      var greeting = setup.greet(setup.one(id));
      return new Trial(
          true,
          greeting.product(),
          greeting.missing().stream().map(Missing::of).toList(),
          null,
          null);
    } catch (Trouble trouble) {
      return new Trial(false, null, List.of(), trouble.key(), trouble.detail());
    }
  }
}
