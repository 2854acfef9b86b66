package nl.steunpunt.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a body is, by what its request says: the same for each rule that depends on it. */
final class Bodies {
  private Bodies() {}

  /** All that is read as JSON: {@code application/x+json} too. */
  static boolean isJson(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null) {
      return false;
    }
    try {
      var media = MediaType.parseMediaType(type);
      return media.getType().equals("application")
          && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** To import: larger than all else, and read as it comes. */
  static boolean isFile(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && !isEmpty(request)
        && !isJson(request)
        && !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static boolean isEmpty(HttpServletRequest request) {
    return request.getContentLengthLong() <= 0
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }
}
