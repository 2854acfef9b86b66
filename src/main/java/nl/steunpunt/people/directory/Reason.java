package nl.steunpunt.people.directory;

import java.util.Locale;

/** Why a row cannot be imported. */
public enum Reason {
  MISSING,
  ENCODING,
  UNKNOWN_MANAGER,
  MANAGER_LEFT,
  MANAGER_LOOP,
  DOUBLE_NUMBER,
  DOUBLE_ADDRESS,
  BAD_ADDRESS,
  BAD_NUMBER,
  BAD_DAY,
  BAD_LANGUAGE,
  BAD_ACTIVE,
  TOO_LONG,
  TOO_DEEP,
  /** The spreadsheet made a date of it. */
  DATE,
  /** The spreadsheet shows an error. */
  CELL_ERROR,
  /** More cells than there are headers: something has shifted. */
  RAGGED,
  /** Whoever imports would be signed out by it. */
  YOURSELF;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
