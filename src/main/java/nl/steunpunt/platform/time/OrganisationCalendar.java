package nl.steunpunt.platform.time;

import nl.steunpunt.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar as it is set today. Ask for it each time: an administrator may have changed it. */
@Component
public class OrganisationCalendar {

  public static final String SETTING = "calendar";

  private record Built(CalendarSettings from, WorkingCalendar calendar) {}

  private final Settings settings;
  private volatile @Nullable Built built;

  OrganisationCalendar(Settings settings) {
    this.settings = settings;
  }

  public WorkingCalendar current() {
    var now = settings();
    var last = built;
    if (last == null || !last.from.equals(now)) {
      last = new Built(now, new WorkingCalendar(now));
      built = last;
    }
    return last.calendar;
  }

  public CalendarSettings settings() {
    return settings.get(SETTING, CalendarSettings.class, CalendarSettings.USUAL);
  }

  public void change(CalendarSettings changed) {
    settings.put(SETTING, changed);
  }
}
