package nl.steunpunt.people;

import nl.steunpunt.platform.db.TypedId;

public record PersonId(long value) implements TypedId {
  public static PersonId of(Long value) {
    return new PersonId(value);
  }

  public static PersonId of(String value) {
    return new PersonId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
