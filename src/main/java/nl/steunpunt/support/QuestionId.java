package nl.steunpunt.support;

import nl.steunpunt.platform.db.TypedId;

public record QuestionId(long value) implements TypedId {
  public static QuestionId of(Long value) {
    return new QuestionId(value);
  }

  public static QuestionId of(String value) {
    return new QuestionId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
