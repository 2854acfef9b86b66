package nl.steunpunt.helpdesk.note;

import nl.steunpunt.platform.db.TypedId;

public record NoteId(long value) implements TypedId {
  public static NoteId of(Long value) {
    return new NoteId(value);
  }

  public static NoteId of(String value) {
    return new NoteId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
