package nl.steunpunt.people.directory;

import nl.steunpunt.platform.db.TypedId;

public record ImportRunId(long value) implements TypedId {
  public static ImportRunId of(Long value) {
    return new ImportRunId(value);
  }

  public static ImportRunId of(String value) {
    return new ImportRunId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
