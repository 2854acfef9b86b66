package nl.steunpunt.support.attachment;

import nl.steunpunt.platform.db.TypedId;

public record AttachmentId(long value) implements TypedId {
  public static AttachmentId of(Long value) {
    return new AttachmentId(value);
  }

  public static AttachmentId of(String value) {
    return new AttachmentId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
