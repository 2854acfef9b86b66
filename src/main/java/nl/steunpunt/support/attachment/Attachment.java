package nl.steunpunt.support.attachment;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a screen shows of an attachment. Width and height are a picture's own, after turning and
 * shrinking, in pixels; size is in bytes.
 */
public record Attachment(
    AttachmentId id,
    long questionId,
    @Nullable Long messageId,
    PersonId uploaderId,
    Kind kind,
    String name,
    String mediaType,
    int size,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Integer thumbnailWidth,
    @Nullable Integer thumbnailHeight,
    Instant uploadedAt) {

  public enum Kind {
    PICTURE,
    FILE
  }

  /** Which bytes of it: all, or of a picture the small one. */
  public enum Form {
    WHOLE,
    THUMBNAIL
  }

  public boolean isPicture() {
    return kind == Kind.PICTURE;
  }
}
