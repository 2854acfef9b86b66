package nl.steunpunt.helpdesk.connectors;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.helpdesk.HelpdeskSystems;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.helpdesk.connectors.Connector.Finding;
import nl.steunpunt.helpdesk.connectors.Connector.Greeting;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with connections, each noted. */
@Service
class ConnectionSetup implements HelpdeskSystems {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BELL_BYTES = 24;

  /** One may be merged into another there, or gone. */
  private static final int LOOKED_FOR = 3;

  private final Connections connections;
  private final LinkedTickets tickets;
  private final DeskFollowing following;
  private final Lines lines;
  private final ConnectionScreens screens;
  private final InstallationKey key;
  private final AuditTrail audit;

  ConnectionSetup(
      Connections connections,
      LinkedTickets tickets,
      DeskFollowing following,
      Lines lines,
      ConnectionScreens screens,
      InstallationKey key,
      AuditTrail audit) {
    this.connections = connections;
    this.tickets = tickets;
    this.following = following;
    this.lines = lines;
    this.screens = screens;
    this.key = key;
    this.audit = audit;
  }

  @Override
  @Transactional
  public void add(
      String name,
      String kind,
      String address,
      String secret,
      String place,
      PersonId speaker,
      Locale language) {
    var connector = lines.kind(kind).orElseThrow();
    var form =
        new ConnectionForm(
            name,
            kind,
            address,
            secret,
            List.of(),
            "",
            language.getLanguage(),
            place,
            "",
            "",
            String.join("\n", connector.usualStatuses()),
            "",
            null);
    add(form, speaker);
  }

  /** It is off until somebody looked at its test, and switches it on. */
  @Transactional
  public ConnectionId add(ConnectionForm form, PersonId speaker) {
    var bell = new byte[BELL_BYTES];
    RANDOM.nextBytes(bell);
    var one =
        connection(
            form,
            speaker,
            key.seal(Lines.KEY_PURPOSE, form.key()),
            key.seal(
                Lines.BELL_PURPOSE, Base64.getUrlEncoder().withoutPadding().encodeToString(bell)),
            false);
    var id = connections.add(one);
    audit.note("connection_added", id.value(), facts(one));
    return id;
  }

  /**
   * @param held the connection that the form was found good for: of another one the key is not kept
   *     with this address
   * @throws Refusal a conflict: a colleague changed it since
   */
  @Transactional
  public void change(ConnectionId id, ConnectionForm form, PersonId speaker, Connection held) {
    var before = locked(id);
    if (held.version() != before.version()) {
      throw Refusal.conflict("connector.refused.changed", before.name(), before.address());
    }
    var kept = form.key().isEmpty();
    var after =
        connection(
            form,
            speaker,
            kept ? before.sealedKey() : key.seal(Lines.KEY_PURPOSE, form.key()),
            before.sealedBell(),
            before.active());
    connections.save(id, after);
    var unsaid = new ArrayList<String>();
    if (!kept) {
      unsaid.add("key");
    }
    // Addresses of colleagues, who may leave.
    if (!before.people().equals(after.people())) {
      unsaid.add("people");
    }
    audit.noteChange("connection_changed", id.value(), facts(before), facts(after), unsaid);
    if (after.active()) {
      adopt(id);
    }
  }

  /**
   * Of an address that is another than before: the numbers of our tickets would mean others' at
   * another system, so ours must be there.
   */
  List<FieldError> errorsOfMoving(ConnectionId id, Connection before, ConnectionForm form) {
    var ours = tickets.latestMade(id, LOOKED_FOR);
    if (!form.isElsewhereThan(before) || ours.isEmpty()) {
      return List.of();
    }
    var there =
        connection(
            form,
            before.speakerId(),
            key.seal(Lines.KEY_PURPOSE, form.key()),
            before.sealedBell(),
            false);
    try {
      var connector = lines.connector(there);
      var line = lines.open(there);
      for (var one : ours) {
        if (connector.find(line, one.marker()).filter(one.theirId()::equals).isPresent()) {
          return List.of();
        }
      }
      return List.of(FieldError.of("address", "connector.wrong.moved"));
    } catch (Trouble e) {
      return List.of(FieldError.of("address", "connector.wrong.unseen"));
    }
  }

  @Transactional
  public String setActive(ConnectionId id, boolean active) {
    var name = locked(id).name();
    connections.setActive(id, active);
    audit.note(active ? "connection_on" : "connection_off", id.value(), Map.of("name", name));
    if (active) {
      adopt(id);
    }
    return name;
  }

  /** What is at the desk already goes there too. */
  private void adopt(ConnectionId id) {
    tickets.missing(id).forEach(following::changed);
  }

  @Transactional
  public String remove(ConnectionId id) {
    var name = locked(id).name();
    connections.remove(id);
    audit.note("connection_removed", id.value(), Map.of("name", name));
    return name;
  }

  /** A colleague of the desk by address; whoever else it is, is none. */
  Optional<PersonId> speaker(String email) {
    return screens.ofTheDesk(email);
  }

  Connection one(ConnectionId id) {
    return connections.find(id).orElseThrow(NotFound::new);
  }

  /** What their webhook signs with: told to who sets it up there. */
  String bell(Connection one) {
    return key.open(Lines.BELL_PURPOSE, one.sealedBell());
  }

  /** Asks there, and changes nothing. What of the mapping is not here is found too. */
  Greeting greet(Connection one) throws Trouble {
    var mapping = one.mapping();
    var greeting = lines.connector(one).greet(lines.open(one), mapping);
    var missing = new ArrayList<>(greeting.missing());
    screens.notOfTheDesk(mapping.allColleagues()).stream()
        .map(address -> new Finding("connector.missing.colleague", address))
        .forEach(missing::add);
    return new Greeting(greeting.product(), missing);
  }

  private Connection locked(ConnectionId id) {
    return connections.locked(id).orElseThrow(NotFound::new);
  }

  private static Connection connection(
      ConnectionForm form, PersonId speaker, String sealedKey, String sealedBell, boolean active) {
    return new Connection(
        form.name(),
        form.kind(),
        form.address(),
        sealedKey,
        sealedBell,
        form.systems(),
        speaker,
        form.language(),
        form.place(),
        form.places(),
        form.fields(),
        form.statuses(),
        form.people(),
        active,
        1);
  }

  private static Map<String, Object> facts(Connection one) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", one.name());
    facts.put("kind", one.kind());
    facts.put("address", one.address());
    facts.put(
        "systems", one.systems().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    facts.put("speaker", one.speakerId().toString());
    facts.put("language", one.language());
    facts.put("place", one.place());
    facts.put("places", one.places());
    facts.put("fields", one.fields());
    facts.put("statuses", one.statuses());
    return facts;
  }
}
