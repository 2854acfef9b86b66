package nl.steunpunt.helpdesk.caller;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;

/**
 * What the desk types while somebody is on the phone.
 *
 * @param about the system, or the system and its topic ("3.12"): one choice; empty: not chosen
 * @param way a word of {@link Desk.Way}
 * @param sending the number of this form, so that sending it twice files one question
 */
public record CallForm(
    @Nullable PersonId person,
    @Nullable String about,
    @Nullable String text,
    @Nullable Boolean stuck,
    @Nullable String way,
    @Nullable String solution,
    @Nullable Boolean couldPowerUser,
    @Nullable UUID sending) {
  private static final Pattern ABOUT = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,18}))?");

  CallForm with(List<Desk.SystemChoice> systems) {
    return about != null || systems.size() != 1
        ? this
        : new CallForm(
            person,
            String.valueOf(systems.getFirst().id()),
            text,
            stuck,
            way,
            solution,
            couldPowerUser,
            sending);
  }

  public boolean isAbout(String choice) {
    return choice.equals(about);
  }

  public boolean isStuck() {
    return Boolean.TRUE.equals(stuck);
  }

  public String typed() {
    return text == null ? "" : text;
  }

  public String told() {
    return solution == null ? "" : solution;
  }

  public boolean isForPowerUser() {
    return Boolean.TRUE.equals(couldPowerUser);
  }

  public boolean isSolved() {
    return "solved".equals(way);
  }

  /** Null: what it is about is not chosen, or is no choice any more. */
  Desk.@Nullable Trouble trouble(PersonId caller, List<Desk.SystemChoice> systems) {
    var chosen = ABOUT.matcher(about == null ? "" : about);
    if (!chosen.matches()) {
      return null;
    }
    var system = Long.parseLong(chosen.group(1));
    var topic = chosen.group(2) == null ? null : Long.valueOf(chosen.group(2));
    return systems.stream().anyMatch(choice -> offers(choice, system, topic))
        ? new Desk.Trouble(caller, system, topic, isStuck())
        : null;
  }

  private static boolean offers(Desk.SystemChoice choice, long system, @Nullable Long topic) {
    return choice.id() == system
        && (topic == null || choice.topics().stream().anyMatch(one -> one.id() == topic));
  }

  Desk.Way chosenWay() {
    try {
      return Desk.Way.valueOf(way == null ? "" : way.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("caller.refused.way");
    }
  }
}
