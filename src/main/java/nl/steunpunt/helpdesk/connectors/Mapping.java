package nl.steunpunt.helpdesk.connectors;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How their words and ours go together, as an administrator typed it: lines "left = right".
 *
 * @param place where tickets are made, unless {@code places} says otherwise for their system
 */
public record Mapping(String place, String places, String fields, String statuses, String people) {
  /** What a field there can be given. */
  public static final Set<String> VALUES =
      Set.of(
          "system",
          "topic",
          "department",
          "location",
          "asker",
          "email",
          "power_user",
          "stuck",
          "link");

  /** Left sides with their right ones, in the order in which they were typed. */
  static Map<String, String> pairs(String lines) {
    var pairs = new LinkedHashMap<String, String>();
    lines
        .lines()
        .map(line -> line.split("=", 2))
        .filter(sides -> sides.length == 2)
        .forEach(sides -> pairs.putIfAbsent(sides[0].strip(), sides[1].strip()));
    return pairs;
  }

  /** A line that is not "left = right"; null: they all are. */
  static @Nullable String unpaired(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .filter(line -> {
          var at = line.indexOf('=');
          return at < 0 || line.substring(0, at).isBlank() || line.substring(at + 1).isBlank();
        })
        .findFirst()
        .orElse(null);
  }

  public String placeOf(String system) {
    return pairs(places).entrySet().stream()
        .filter(pair -> pair.getKey().equalsIgnoreCase(system))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(place);
  }

  /** All that are named, for who looks whether they are there. */
  public Set<String> allPlaces() {
    var all = new java.util.LinkedHashSet<String>();
    all.add(place);
    all.addAll(pairs(places).values());
    return all;
  }

  public Set<String> allStatuses() {
    return pairs(statuses).keySet();
  }

  /** A status that is not named says nothing: the question stays as it is. */
  Optional<Meaning> meaning(String status) {
    return pairs(statuses).entrySet().stream()
        .filter(pair -> pair.getKey().equalsIgnoreCase(status))
        .map(Map.Entry::getValue)
        .findFirst()
        .flatMap(Mapping::meant);
  }

  static Optional<Meaning> meant(String word) {
    for (var meaning : Meaning.values()) {
      if (meaning.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  /** Their first status that means this. */
  Optional<String> statusFor(Meaning meaning) {
    return pairs(statuses).entrySet().stream()
        .filter(pair -> pair.getValue().equalsIgnoreCase(meaning.word()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public Set<String> allFields() {
    return pairs(fields).keySet();
  }

  /** Addresses here. */
  Set<String> allColleagues() {
    return Set.copyOf(pairs(people).values());
  }

  /**
   * @param values by the words of {@link #VALUES}
   */
  Map<String, String> fieldsWith(Map<String, String> values) {
    var filled = new LinkedHashMap<String, String>();
    pairs(fields).forEach((field, word) -> filled.put(field, values.getOrDefault(word, "")));
    return filled;
  }

  /** The address of a colleague who is called this there. */
  Optional<String> colleague(String theirs) {
    return pairs(people).entrySet().stream()
        .filter(pair -> pair.getKey().equalsIgnoreCase(theirs))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
