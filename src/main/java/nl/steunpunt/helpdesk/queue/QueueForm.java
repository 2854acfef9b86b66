package nl.steunpunt.helpdesk.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;

/**
 * A queue as typed.
 *
 * @param about what leads to it: a system ("3") or a system and its topic ("3.12"), each
 * @param person numbers of those who work it; none: all of the desk
 */
public record QueueForm(String nameNl, String nameEn, List<String> about, List<Long> person) {
  static final int LONGEST = 60;
  static final QueueForm EMPTY = new QueueForm("", "", List.of(), List.of());

  private static final Pattern ABOUT = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,18}))?");

  /**
   * @param topic null: the system as a whole
   */
  public record About(long system, @Nullable Long topic) {
    @Override
    public String toString() {
      return topic == null ? Long.toString(system) : system + "." + topic;
    }
  }

  public QueueForm {
    nameNl = stripped(nameNl);
    nameEn = stripped(nameEn);
    about = about == null ? List.of() : List.copyOf(about);
    person = person == null ? List.of() : List.copyOf(person);
  }

  public boolean isAbout(String choice) {
    return about.contains(choice);
  }

  List<FieldError> errors(boolean taken) {
    var errors = new ArrayList<FieldError>();
    check(errors, "nameNl", nameNl);
    check(errors, "nameEn", nameEn);
    if (errors.isEmpty() && taken) {
      errors.add(FieldError.of("nameNl", "queue.name_taken"));
    }
    return errors;
  }

  private static void check(List<FieldError> errors, String field, String typed) {
    if (typed.isEmpty()) {
      errors.add(FieldError.of(field, "queue.name_missing"));
    } else if (typed.length() > LONGEST) {
      errors.add(FieldError.of(field, "queue.name_long", LONGEST));
    }
  }

  /** What is no system or topic (any more) is left out. */
  List<About> chosen(List<Desk.SystemChoice> systems) {
    return about.stream()
        .map(ABOUT::matcher)
        .filter(found -> found.matches())
        .map(found ->
            new About(
                Long.parseLong(found.group(1)),
                found.group(2) == null ? null : Long.valueOf(found.group(2))))
        .filter(one -> systems.stream().anyMatch(system -> offers(system, one)))
        .distinct()
        .toList();
  }

  private static boolean offers(Desk.SystemChoice choice, About about) {
    var topic = about.topic;
    return choice.id() == about.system
        && (topic == null || choice.topics().stream().anyMatch(one -> one.id() == topic));
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
