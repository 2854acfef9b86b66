package nl.steunpunt.helpdesk.history;

import java.util.Locale;

/** Which of two numbers is the day where both could be: "03-04-2016". */
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DateOrder named(String key) {
    return MONTH_FIRST.key().equals(key) ? MONTH_FIRST : DAY_FIRST;
  }
}
