package nl.steunpunt.helpdesk.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A macro as typed. What is empty stays as it is.
 *
 * @param close a word of {@link CloseReason}
 * @param severity a word of {@link Severity}
 */
public record MacroForm(
    String nameNl,
    String nameEn,
    @Nullable CannedId canned,
    String close,
    String severity,
    @Nullable QueueId queue,
    @Nullable Boolean takes) {
  static final MacroForm EMPTY = new MacroForm("", "", null, "", "", null, null);
  private static final int LONGEST = 60;

  public MacroForm {
    nameNl = stripped(nameNl);
    nameEn = stripped(nameEn);
    close = stripped(close);
    severity = stripped(severity);
  }

  public boolean isTaking() {
    return Boolean.TRUE.equals(takes);
  }

  /**
   * @param isThere whether the answer and the queue that it names are there
   */
  List<FieldError> errors(boolean isThere) {
    var errors = new ArrayList<FieldError>();
    check(errors, "nameNl", nameNl);
    check(errors, "nameEn", nameEn);
    if (!close.isEmpty() && reason() == null) {
      errors.add(FieldError.of("close", "desk.refused.reason"));
    }
    if (!severity.isEmpty() && Severity.of(severity).isEmpty()) {
      errors.add(FieldError.of("severity", "desk.refused.severity"));
    }
    if (!isThere) {
      errors.add(FieldError.of("canned", "canned.refused.gone"));
    }
    if (!close.isEmpty() && canned == null) {
      errors.add(FieldError.of("canned", "macro.close_says_nothing"));
    }
    if (canned == null && close.isEmpty() && severity.isEmpty() && queue == null && !isTaking()) {
      errors.add(FieldError.of("canned", "macro.does_nothing"));
    }
    return errors;
  }

  @Nullable CloseReason reason() {
    return Stream.of(CloseReason.values())
        .filter(one -> one.word().equals(close.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  private static void check(List<FieldError> errors, String field, String typed) {
    if (typed.isEmpty()) {
      errors.add(FieldError.of(field, "macro.name_missing"));
    } else if (typed.length() > LONGEST) {
      errors.add(FieldError.of(field, "queue.name_long", LONGEST));
    }
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
