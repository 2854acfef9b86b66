package nl.steunpunt.issues;

import nl.steunpunt.platform.db.TypedId;

public record IssueId(long value) implements TypedId {
  public static IssueId of(Long value) {
    return new IssueId(value);
  }

  public static IssueId of(String value) {
    return new IssueId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
