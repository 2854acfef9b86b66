package nl.steunpunt.support.attachment;

import java.nio.file.Path;
import nl.steunpunt.platform.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What is to be kept of an upload, waiting in a file. Width and height for pictures, in pixels. */
record Content(Path file, String mediaType, @Nullable Integer width, @Nullable Integer height) {
  static Content of(Picture picture) {
    return new Content(picture.file(), picture.mediaType(), picture.width(), picture.height());
  }
}
