package nl.steunpunt.network.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * As typed: one text for each behaviour, and the counts that were ticked.
 *
 * @param version of the last release that this form knew of, as sent; 0: none
 */
public record AppraisalForm(
    @Nullable String proactive,
    @Nullable String explains,
    @Nullable String positive,
    @Nullable String shares,
    @Nullable List<String> counts,
    @Nullable String version) {
  static final int LONGEST = 3_000;

  /** The four behaviours, under the names of their fields. */
  public static final List<String> BEHAVIOURS =
      List.of("proactive", "explains", "positive", "shares");

  public String text(String behaviour) {
    var typed =
        switch (behaviour) {
          case "proactive" -> proactive;
          case "explains" -> explains;
          case "positive" -> positive;
          default -> shares;
        };
    return typed == null ? "" : typed.replace("\r\n", "\n").strip();
  }

  public List<String> ticked() {
    return counts == null ? List.of() : counts;
  }

  public boolean has(OwnCounts.What what) {
    return ticked().contains(what.name());
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    for (var behaviour : BEHAVIOURS) {
      if (text(behaviour).length() > LONGEST) {
        errors.add(FieldError.of(behaviour, "appraisal.refused.too_long", LONGEST));
      }
    }
    return errors;
  }

  /** What no form of ours sends is a version that never was: refused as an old window. */
  int knownVersion() {
    return version != null && version.matches("\\d{1,6}") ? Integer.parseInt(version) : -1;
  }

  boolean isEmpty() {
    return BEHAVIOURS.stream().allMatch(behaviour -> text(behaviour).isEmpty());
  }

  Map<String, String> texts() {
    return Map.of(
        "proactive", text("proactive"),
        "explains", text("explains"),
        "positive", text("positive"),
        "shares", text("shares"));
  }
}
