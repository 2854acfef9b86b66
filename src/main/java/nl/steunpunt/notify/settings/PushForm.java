package nl.steunpunt.notify.settings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.notify.push.PushWish;
import nl.steunpunt.notify.push.PushWish.Hours;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalMoment;
import org.jspecify.annotations.Nullable;

/** How notices on a screen are to be, as typed. */
public record PushForm(
    @Nullable Boolean shown,
    @Nullable String hours,
    @Nullable List<String> weekday,
    @Nullable String from,
    @Nullable String until) {

  static PushForm of(PushWish wish) {
    return new PushForm(
        wish.shown(),
        wish.hours().word(),
        wish.weekdays().stream().map(String::valueOf).toList(),
        wish.from().toString(),
        wish.until().toString());
  }

  public boolean isShown() {
    return Boolean.TRUE.equals(shown);
  }

  public boolean isOf(Hours choice) {
    return choice.word().equals(hours);
  }

  public boolean isOn(int day) {
    return weekday != null && weekday.contains(Integer.toString(day));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (List.of(Hours.values()).stream().noneMatch(this::isOf)) {
      errors.add(FieldError.of("hours", "notice.push.refused.hours"));
    }
    if (isOf(Hours.OWN)) {
      var begins = time(from);
      var ends = time(until);
      if (begins == null) {
        errors.add(FieldError.of("from", "notice.push.refused.time"));
      } else if (ends == null) {
        errors.add(FieldError.of("until", "notice.push.refused.time"));
      } else if (!begins.isBefore(ends)) {
        errors.add(FieldError.of("until", "notice.push.refused.order"));
      }
      if (days().isEmpty()) {
        errors.add(FieldError.of("weekday", "notice.push.refused.day"));
      }
    }
    return errors;
  }

  /**
   * @param before what stays of it: own hours that are not chosen now
   */
  PushWish wish(PushWish before) {
    var choice =
        List.of(Hours.values()).stream().filter(this::isOf).findFirst().orElse(before.hours());
    var begins = time(from);
    var ends = time(until);
    return choice == Hours.OWN && begins != null && ends != null
        ? new PushWish(isShown(), choice, days(), begins, ends)
        : new PushWish(isShown(), choice, before.weekdays(), before.from(), before.until());
  }

  private List<Integer> days() {
    return weekday == null
        ? List.of()
        : weekday.stream()
            .filter(day -> day.matches("[1-7]"))
            .map(Integer::valueOf)
            .distinct()
            .toList();
  }

  private static @Nullable LocalTime time(@Nullable String typed) {
    return typed == null ? null : LocalMoment.time(typed.strip()).orElse(null);
  }
}
