package nl.steunpunt.campaign.step;

import static nl.steunpunt.campaign.step.StepField.FIRST_NAME;
import static nl.steunpunt.campaign.step.StepField.LIVE_ON;
import static nl.steunpunt.campaign.step.StepField.NAME_SOMEBODY;
import static nl.steunpunt.campaign.step.StepField.ORGANISATION;
import static nl.steunpunt.campaign.step.StepField.PLACE;
import static nl.steunpunt.campaign.step.StepField.POSTERS;
import static nl.steunpunt.campaign.step.StepField.POWER_USER;
import static nl.steunpunt.campaign.step.StepField.POWER_USERS;
import static nl.steunpunt.campaign.step.StepField.QUESTION;
import static nl.steunpunt.campaign.step.StepField.SYSTEM;
import static nl.steunpunt.campaign.step.StepField.WHO_HELPS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nl.steunpunt.platform.time.WorkingCalendar;

/** In the order in which they are usually taken. */
public enum StepKind {
  MANAGER_MAIL(
      -28,
      Reach.MANAGERS,
      EnumSet.of(FIRST_NAME, SYSTEM, LIVE_ON, ORGANISATION, POWER_USERS, WHO_HELPS)),
  ANNOUNCEMENT(
      -14,
      Reach.EVERYONE,
      EnumSet.of(
          FIRST_NAME, SYSTEM, LIVE_ON, ORGANISATION, POWER_USER, PLACE, WHO_HELPS, NAME_SOMEBODY)),
  POSTERS_UP(
      -7,
      Reach.POWER_USERS,
      EnumSet.of(FIRST_NAME, SYSTEM, LIVE_ON, ORGANISATION, POSTERS, WHO_HELPS)),
  DESK_SIGNS(
      -3,
      Reach.POWER_USERS,
      EnumSet.of(FIRST_NAME, SYSTEM, LIVE_ON, ORGANISATION, POSTERS, WHO_HELPS)),
  INTRANET(0, Reach.NOBODY, EnumSet.of(SYSTEM, LIVE_ON, ORGANISATION, WHO_HELPS, NAME_SOMEBODY)),
  REMINDER(
      21,
      Reach.EVERYONE,
      EnumSet.of(
          FIRST_NAME,
          SYSTEM,
          LIVE_ON,
          ORGANISATION,
          POWER_USER,
          PLACE,
          WHO_HELPS,
          NAME_SOMEBODY,
          QUESTION));

  /** Longer nobody's holidays last. */
  private static final int MOST_CLOSED_DAYS = 30;

  private final int days;
  private final Reach reach;
  private final Set<StepField> fields;

  /**
   * @param days after the day of going live
   */
  StepKind(int days, Reach reach, Set<StepField> fields) {
    this.days = days;
    this.reach = reach;
    this.fields = fields;
  }

  static StepKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** On a working day: what comes before going live never later, what comes after never earlier. */
  public LocalDate day(LocalDate liveOn, WorkingCalendar calendar) {
    var usual = liveOn.plusDays(days);
    for (var moved = 0; moved < MOST_CLOSED_DAYS; moved++) {
      var day = days > 0 ? usual.plusDays(moved) : usual.minusDays(moved);
      if (calendar.isWorkingDay(day)) {
        return day;
      }
    }
    return usual;
  }

  public Reach reach() {
    return reach;
  }

  Set<StepField> fields() {
    return fields;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
