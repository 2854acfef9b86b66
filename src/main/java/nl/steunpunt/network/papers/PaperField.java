package nl.steunpunt.network.papers;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a text may name between braces, in the text's language: {@code {naam}}. */
public enum PaperField {
  NAME,
  FUNCTION,
  DEPARTMENT,
  LOCATION,
  SYSTEM,
  SHARE,
  HOURS,
  STARTED_ON,
  UNTIL,
  MANAGER,
  ORGANISATION,
  TODAY,
  PEOPLE,
  RELIEF,
  RELIEF_BY,
  AGREED_BY,
  AGREED_ON,
  ENDED_ON,
  PERIOD,
  RELEASED,
  PROACTIVE,
  EXPLAINS,
  POSITIVE,
  SHARES,
  COUNTS;

  static final Set<PaperField> GENERAL = EnumSet.range(NAME, TODAY);

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
