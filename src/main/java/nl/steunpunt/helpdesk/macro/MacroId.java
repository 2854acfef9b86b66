package nl.steunpunt.helpdesk.macro;

import nl.steunpunt.platform.db.TypedId;

public record MacroId(long value) implements TypedId {
  public static MacroId of(Long value) {
    return new MacroId(value);
  }

  public static MacroId of(String value) {
    return new MacroId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
