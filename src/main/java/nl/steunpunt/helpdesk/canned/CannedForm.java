package nl.steunpunt.helpdesk.canned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** An answer in both languages, as typed. */
public record CannedForm(String titleNl, String textNl, String titleEn, String textEn) {
  static final CannedForm EMPTY = new CannedForm("", "", "", "");

  public static final int LONGEST_TITLE = 80;
  public static final int LONGEST_TEXT = 8_000;

  static final List<String> FIELDS_NL = List.of("voornaam", "vraag", "onderwerp", "ik");
  static final List<String> FIELDS_EN = List.of("first_name", "question", "topic", "me");

  public CannedForm {
    titleNl = clean(titleNl);
    textNl = clean(textNl);
    titleEn = clean(titleEn);
    textEn = clean(textEn);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    check(errors, "titleNl", titleNl, LONGEST_TITLE);
    check(errors, "textNl", textNl, LONGEST_TEXT);
    check(errors, "titleEn", titleEn, LONGEST_TITLE);
    check(errors, "textEn", textEn, LONGEST_TEXT);
    if (errors.isEmpty()) {
      fields(errors, "textNl", textNl, Set.copyOf(FIELDS_NL));
      fields(errors, "textEn", textEn, Set.copyOf(FIELDS_EN));
    }
    return errors;
  }

  private static void check(List<FieldError> errors, String field, String typed, int longest) {
    if (typed.isEmpty()) {
      errors.add(FieldError.of(field, "canned.missing"));
    } else if (typed.length() > longest) {
      errors.add(FieldError.of(field, "canned.long", longest));
    }
  }

  private static void fields(
      List<FieldError> errors, String field, String typed, Set<String> known) {
    try {
      new FieldedText("-", typed).check(known);
    } catch (Refusal refusal) {
      var arguments = new ArrayList<Object>();
      for (var argument : refusal.arguments()) {
        arguments.add(argument == null ? "" : argument);
      }
      errors.add(new FieldError(field, refusal.key(), arguments));
    }
  }

  private static String clean(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
