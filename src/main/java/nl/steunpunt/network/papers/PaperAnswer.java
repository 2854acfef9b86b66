package nl.steunpunt.network.papers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF as an answer: shown by the browser, under a name to keep it by, and kept by no cache. */
public final class PaperAnswer {
  private PaperAnswer() {}

  public static ResponseEntity<byte[]> of(Papers.Printed paper) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(fileName(paper.name()) + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(paper.pdf());
  }

  /** The wished language, or else the reader's. */
  public static Locale language(@Nullable String wished, Me me) {
    return Messages.LANGUAGES.stream()
        .filter(one -> one.getLanguage().equals(wished))
        .findFirst()
        .orElse(Messages.nearest(me.locale()));
  }

  /** What every file system takes. */
  static String fileName(String name) {
    return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").replaceAll("\\s+", " ").strip();
  }
}
