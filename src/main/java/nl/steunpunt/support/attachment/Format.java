package nl.steunpunt.support.attachment;

import java.util.Arrays;
import java.util.List;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.support.attachment.Attachment.Kind;

/** Everything that may be sent. The first extension is the one a name gets when it has another. */
enum Format {
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  PDF("application/pdf", "pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  CSV("text/csv", "csv"),
  TXT("text/plain", "txt");

  final String mediaType;
  final List<String> extensions;

  Format(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  static Format ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  static Format of(PictureFormat picture) {
    return ofMediaType(picture.mediaType);
  }

  Kind kind() {
    return ordinal() <= WEBP.ordinal() ? Kind.PICTURE : Kind.FILE;
  }
}
