package nl.steunpunt.helpdesk.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.TypedLines;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;

/**
 * A connection as typed.
 *
 * @param key empty keeps the one that is stored; that one is never sent back to a browser
 * @param speaker an e-mail address
 * @param version of the connection that it was filled in from; null: whatever it is now
 */
public record ConnectionForm(
    String name,
    String kind,
    String address,
    String key,
    List<Long> systems,
    String speaker,
    String language,
    String place,
    String places,
    String fields,
    String statuses,
    String people,
    @Nullable Integer version) {
  static final int LONGEST_NAME = 60;
  private static final int LONGEST_KEY = 500;
  private static final int LONGEST_LINES = 4_000;
  private static final int LONGEST = 254;

  public ConnectionForm {
    name = stripped(name);
    kind = stripped(kind);
    address = stripped(address);
    key = stripped(key);
    systems = systems == null ? List.of() : systems.stream().distinct().sorted().toList();
    speaker = stripped(speaker);
    language = "en".equals(language) ? "en" : "nl";
    place = stripped(place);
    places = stripped(places);
    fields = stripped(fields);
    statuses = stripped(statuses);
    people = stripped(people);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static ConnectionForm empty(Connector connector, String language) {
    return new ConnectionForm(
        "",
        connector.kind(),
        "",
        "",
        List.of(),
        "",
        language,
        "",
        "",
        "",
        String.join("\n", connector.usualStatuses()),
        "",
        null);
  }

  static ConnectionForm of(Connection one, String speaker) {
    return new ConnectionForm(
        one.name(),
        one.kind(),
        one.address(),
        "",
        one.systems(),
        speaker,
        one.language(),
        one.place(),
        one.places(),
        one.fields(),
        one.statuses(),
        one.people(),
        one.version());
  }

  public boolean has(long system) {
    return systems.contains(system);
  }

  /** A colleague changed it after this one began to. */
  boolean isLate(Connection now) {
    return version != null && version != now.version();
  }

  /** Its key must not go there unasked, and the numbers of tickets may mean others there. */
  boolean isElsewhereThan(Connection before) {
    return !trimmed(address).equals(trimmed(before.address()));
  }

  private static String trimmed(String address) {
    return address.replaceFirst("/+$", "");
  }

  /**
   * @param before as it is now; null: it is a new one
   */
  List<FieldError> errors(
      @Nullable Connection before,
      Optional<PersonId> speaker,
      List<Desk.SystemChoice> known,
      Outgoing outgoing) {
    var errors = new ArrayList<FieldError>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(FieldError.of("name", "connector.wrong.name", LONGEST_NAME));
    }
    addressError(outgoing, errors);
    if ((key.isEmpty() && before == null) || key.length() > LONGEST_KEY || !key.matches("[!-~]*")) {
      errors.add(FieldError.of("key", "connector.wrong.key"));
    } else if (key.isEmpty() && before != null && isElsewhereThan(before)) {
      errors.add(FieldError.of("key", "connector.wrong.key_again"));
    }
    if (!known.stream().map(Desk.SystemChoice::id).toList().containsAll(systems)) {
      errors.add(FieldError.of("systems", "connector.wrong.gone"));
    }
    if (speaker.isEmpty()) {
      errors.add(FieldError.of("speaker", "connector.wrong.speaker"));
    }
    if (place.isEmpty() || place.length() > LONGEST) {
      errors.add(FieldError.of("place", "connector.wrong.place"));
    }
    lines("places", places, errors);
    lines("fields", fields, errors);
    lines("statuses", statuses, errors);
    lines("people", people, errors);
    if (errors.isEmpty()) {
      words(known, errors);
    }
    return errors;
  }

  private void addressError(Outgoing outgoing, List<FieldError> errors) {
    if (address.isEmpty() || address.contains("?")) {
      errors.add(FieldError.of("address", "connector.wrong.address"));
      return;
    }
    try {
      outgoing.checkWritten(OutgoingCall.get(OutgoingAddress.of(address)).toNamedHosts());
    } catch (NotSent e) {
      errors.add(
          FieldError.of(
              "address", "outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT)));
    }
  }

  private static void lines(String field, String lines, List<FieldError> errors) {
    var wrong = Mapping.unpaired(lines);
    if (lines.length() > LONGEST_LINES) {
      errors.add(FieldError.of(field, "connector.wrong.long", LONGEST_LINES));
    } else if (wrong != null) {
      errors.add(FieldError.of(field, "connector.wrong.line", TypedLines.shortened(wrong)));
    }
  }

  private void words(List<Desk.SystemChoice> known, List<FieldError> errors) {
    for (var system : Mapping.pairs(places).keySet()) {
      if (known.stream().noneMatch(one -> one.name().equalsIgnoreCase(system))) {
        errors.add(FieldError.of("places", "connector.wrong.system", TypedLines.shortened(system)));
      }
    }
    for (var value : Mapping.pairs(fields).values()) {
      if (!Mapping.VALUES.contains(value)) {
        errors.add(FieldError.of("fields", "connector.wrong.value", TypedLines.shortened(value)));
      }
    }
    for (var value : Mapping.pairs(statuses).values()) {
      if (Mapping.meant(value).isEmpty()) {
        errors.add(
            FieldError.of("statuses", "connector.wrong.meaning", TypedLines.shortened(value)));
      }
    }
    var mapping = mapping();
    if (mapping.statusFor(Meaning.OPEN).isEmpty() || mapping.statusFor(Meaning.CLOSED).isEmpty()) {
      errors.add(FieldError.of("statuses", "connector.wrong.statuses"));
    }
  }

  Mapping mapping() {
    return new Mapping(place, places, fields, statuses, people);
  }
}
