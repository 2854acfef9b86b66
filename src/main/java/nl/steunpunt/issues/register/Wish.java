package nl.steunpunt.issues.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.issues.issue.Severity;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the register, in the words of its address. A word that says nothing, as in
 * an address of long ago, is left out of account.
 *
 * @param q what is looked for
 * @param status {@code open} (also when empty), {@code ended}, {@code all}, or one of the register
 * @param owner {@code me}, {@code nobody}, or a number
 * @param mine {@code true}, or anything else
 * @param workaround {@code true}, {@code false}, or anything else
 */
public record Wish(
    String q,
    String status,
    String system,
    String topic,
    String severity,
    String owner,
    String mine,
    String workaround,
    String release) {
  static final int LONGEST = 200;
  private static final String OPEN = "open";
  private static final String ENDED = "ended";
  private static final String ALL = "all";

  public Wish {
    q = shortened(q);
    status = word(status, Stream.concat(Stream.of(ENDED, ALL), words(Status.values())), OPEN);
    system = number(system);
    topic = number(topic);
    severity = word(severity, words(Severity.values()), "");
    owner = owner.equals("me") || owner.equals("nobody") ? owner : number(owner);
    mine = word(mine, Stream.of("true"), "");
    workaround = word(workaround, Stream.of("true", "false"), "");
    release = shortened(release);
  }

  private static String shortened(String typed) {
    var text = typed.strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static String word(String typed, Stream<String> known, String otherwise) {
    return known.anyMatch(typed::equals) ? typed : otherwise;
  }

  private static String number(String typed) {
    return typed.matches("\\d{1,18}") ? typed : "";
  }

  private static Stream<String> words(Enum<?>[] all) {
    return Stream.of(all).map(one -> one.name().toLowerCase(Locale.ROOT));
  }

  /**
   * @param worker may ask whose it is; of others the register keeps that to itself
   */
  Filter filter(Me me, boolean worker) {
    var one = List.of(OPEN, ENDED, ALL).contains(status);
    return new Filter(
        q,
        status.equals(OPEN) ? Boolean.TRUE : status.equals(ENDED) ? Boolean.FALSE : null,
        one ? List.of() : List.of(Status.valueOf(status.toUpperCase(Locale.ROOT))),
        system.isEmpty() ? null : SystemId.of(system),
        topic.isEmpty() ? null : TopicId.of(topic),
        severity.isEmpty()
            ? List.of()
            : List.of(Severity.valueOf(severity.toUpperCase(Locale.ROOT))),
        worker ? owner(me) : null,
        worker && owner.equals("nobody"),
        !mine.isEmpty(),
        workaround.isEmpty() ? null : Boolean.valueOf(workaround),
        release);
  }

  private @Nullable PersonId owner(Me me) {
    return switch (owner) {
      case "", "nobody" -> null;
      case "me" -> me.id();
      default -> PersonId.of(owner);
    };
  }

  /** How many filters there are, beside what is looked for. */
  public int filters() {
    return (int) members().entrySet().stream().filter(one -> !one.getKey().equals("q")).count();
  }

  public boolean isStatus(String word) {
    return status.equals(word);
  }

  /** The address behind the question mark; empty for what the register shows by itself. */
  public String query() {
    return members().entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The same, but for this. */
  public String queryWithStatus(String word) {
    return new Wish(q, word, system, topic, severity, owner, mine, workaround, release).query();
  }

  /** Neither words nor filters: the register as it opens. */
  public boolean isPlain() {
    return query().isEmpty();
  }

  /** As it stands behind the address. */
  public static String behind(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  /**
   * @param last the number of the last issue on the page before
   */
  public String queryAfter(long last) {
    var query = query();
    return (query.isEmpty() ? "" : query + "&") + "before=" + last;
  }

  private Map<String, String> members() {
    var members = new LinkedHashMap<String, String>();
    members.put("q", q);
    members.put("status", status.equals(OPEN) ? "" : status);
    members.put("system", system);
    members.put("topic", topic);
    members.put("severity", severity);
    members.put("owner", owner);
    members.put("mine", mine);
    members.put("workaround", workaround);
    members.put("release", release);
    members.values().removeIf(String::isEmpty);
    return members;
  }
}
