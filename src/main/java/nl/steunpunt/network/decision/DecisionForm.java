package nl.steunpunt.network.decision;

import nl.steunpunt.network.decision.MandateDeciding.Said;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The page's three buttons, as sent.
 *
 * @param decision which button: agree, other_share or decline
 */
public record DecisionForm(
    @Nullable String decision,
    @Nullable Integer version,
    @Nullable String share,
    @Nullable String reason,
    @Nullable String otherReason,
    @Nullable String relief,
    @Nullable String reliefBy) {
  /** Not one of the three: of what was agreed already. */
  static final String END = "end";

  static DecisionForm empty(int version) {
    return new DecisionForm(null, version, null, null, null, null, null);
  }

  public boolean is(String word) {
    return word.equals(decision);
  }

  Said said() {
    var typed = share == null ? "" : share.replace("%", "").strip();
    return switch (decision == null ? "" : decision) {
      case "agree" ->
          new Said(Decision.AGREE, seen(), null, null, orNull(relief), orNull(reliefBy));
      case "other_share" ->
          new Said(
              Decision.OTHER_SHARE,
              seen(),
              typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null,
              orNull(otherReason),
              null,
              null);
      case "decline" -> new Said(Decision.DECLINE, seen(), null, orNull(reason), null, null);
      default -> throw Refusal.of("mandate.refused.no_decision");
    };
  }

  /** The field of this button that a refusal is about. */
  String field(String refusal) {
    if (is("decline")) {
      return "reason";
    }
    return refusal.endsWith("share_reason")
        ? "otherReason"
        : is("other_share") ? "share" : "relief";
  }

  private int seen() {
    return version == null ? 0 : version;
  }

  private static @Nullable String orNull(@Nullable String typed) {
    var text = typed == null ? "" : typed.strip();
    return text.isEmpty() ? null : text;
  }
}
