package nl.steunpunt.network.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What a manager is asked, as typed. */
public record TermsForm(
    @Nullable String share,
    @Nullable String shareReason,
    @Nullable String endsOn,
    @Nullable String relief,
    @Nullable String reliefBy) {
  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "mandate.refused.share", "share",
          "mandate.refused.same_share", "share",
          "mandate.refused.share_reason", "shareReason",
          "mandate.refused.ends_on", "endsOn");

  /** The least that is normal, for a year. */
  public static TermsForm usual(MandateSettings settings, LocalDate today) {
    return new TermsForm(
        Integer.toString(settings.normalFrom()), "", today.plusYears(1).toString(), "", "");
  }

  /** What is typed becomes terms; {@code errors} gets what it cannot be. */
  public Terms read(MandateSettings settings, LocalDate today, List<FieldError> errors) {
    var typed = text(share).replace("%", "").strip();
    var percent = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    // Without a date: a year, as is usual.
    var last =
        text(endsOn).isEmpty() ? today.plusYears(1) : LocalMoment.day(text(endsOn)).orElse(today);
    var terms = new Terms(percent, orNull(shareReason), last, orNull(relief), orNull(reliefBy));
    Map.of("shareReason", text(shareReason), "relief", text(relief), "reliefBy", text(reliefBy))
        .forEach((field, value) -> {
          if (value.length() > Terms.LONGEST_TEXT) {
            errors.add(FieldError.of(field, "mandate.refused.too_long", Terms.LONGEST_TEXT));
          }
        });
    try {
      terms.check(settings, today);
    } catch (Refusal refusal) {
      errors.add(error(refusal));
    }
    return terms;
  }

  /** A refusal, at its field where it has one. */
  public static FieldError error(Refusal refusal) {
    var arguments = new ArrayList<Object>();
    for (var argument : refusal.arguments()) {
      arguments.add(argument == null ? "" : argument);
    }
    return FieldError.of(
        FIELDS.getOrDefault(refusal.key(), "share"), refusal.key(), arguments.toArray());
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static @Nullable String orNull(@Nullable String typed) {
    return text(typed).isEmpty() ? null : text(typed);
  }
}
