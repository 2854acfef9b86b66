package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What pictures may be. The bytes decide, never a name. */
public enum PictureFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp");

  private static final int HEAD = 16;
  private static final Pattern RIFF = Pattern.compile("RIFF.{4}WEBP", Pattern.DOTALL);

  public final String mediaType;

  PictureFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public static Optional<PictureFormat> of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return ofHead(new String(in.readNBytes(HEAD), ISO_8859_1));
    }
  }

  /**
   * @param head the first bytes, each as one character
   */
  public static Optional<PictureFormat> ofHead(String head) {
    if (head.startsWith(latin("ffd8ff"))) {
      return Optional.of(JPEG);
    }
    if (head.startsWith(latin("89504e470d0a1a0a"))) {
      return Optional.of(PNG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return RIFF.matcher(head).lookingAt() ? Optional.of(WEBP) : Optional.empty();
  }

  private static String latin(String hex) {
    return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
  }
}
