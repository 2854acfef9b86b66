package nl.steunpunt.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Keeps a form from being read when it is larger than what its sender may say: its fields would be
 * in memory and its files on the disk before anybody looked at the address. Only who may use a
 * {@link LargeUpload} can send so much. A form that does not say how long it is is none of a
 * browser's, and is refused too. Of large ones only so many are read at a time.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class FormLimitFilter extends OncePerRequestFilter {
  /**
   * Of who is not signed in: the longest text in most scripts, with each letter escaped. So many
   * are always read; {@link CrowdFilter} counts on them.
   */
  static final int SMALL = 64 << 10;

  /** As much as the server reads of fields: {@code server.tomcat.max-http-form-post-size}. */
  static final int MOST_FIELDS = 2 << 20;

  /** Four files of a message at once, and an import of people. */
  static final long MOST_BYTES = 41L << 20;

  /** In fields at once. A refused text is in the heap some eight times before its page is sent. */
  private static final int ROOM = 16 << 20;

  private static final int WAIT_SECONDS = 5;
  private static final String LET_IN = FormLimitFilter.class.getName() + ".letIn";

  private final List<LargeUpload> large;
  private final Semaphore room = new Semaphore(ROOM, true);

  FormLimitFilter(List<LargeUpload> large) {
    this.large = large;
  }

  /** How many bytes of fields are read of this person's forms; the browser refuses more itself. */
  static int mostOfFields(@Nullable Viewer viewer) {
    return viewer == null ? SMALL : MOST_FIELDS;
  }

  /** Whether the fields of this request may be read, also where a filter refused it before. */
  static boolean mayBeRead(HttpServletRequest request) {
    return request.getAttribute(LET_IN) != null || isSmall(request);
  }

  private static boolean isSmall(HttpServletRequest request) {
    return request.getContentLengthLong() <= SMALL && !isUnsaid(request);
  }

  private static boolean isUnsaid(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return isSmall(request) || !(isWithFiles(request) || isOfFields(request));
  }

  private static boolean isWithFiles(HttpServletRequest request) {
    return type(request).startsWith("multipart/");
  }

  private static boolean isOfFields(HttpServletRequest request) {
    return type(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** The server overlooks spaces in it. */
  private static String type(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null ? "" : type.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    var most = most(request);
    var length = request.getContentLengthLong();
    if (isUnsaid(request) || length > most) {
      next.doFilter(
          new UnreadForm(request, () -> new MaxUploadSizeExceededException(most)), response);
      return;
    }
    var fields = (int) Math.min(length, MOST_FIELDS);
    if (!hasRoom(fields)) {
      next.doFilter(
          new UnreadForm(
              request, () -> TryLater.busy("error.form.busy", Duration.ofSeconds(WAIT_SECONDS))),
          response);
      return;
    }
    request.setAttribute(LET_IN, true);
    try {
      next.doFilter(request, response);
    } finally {
      room.release(fields);
    }
  }

  private boolean hasRoom(int fields) {
    try {
      return room.tryAcquire(fields, WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long most(HttpServletRequest request) {
    var viewer = Pages.viewer();
    return viewer != null && isWithFiles(request)
        ? mostWithFiles(Paths.of(request), viewer)
        : mostOfFields(viewer);
  }

  private long mostWithFiles(String path, Viewer viewer) {
    return large.stream()
        .filter(upload -> upload.path().equals(path))
        .filter(upload -> upload.roles().stream().anyMatch(viewer::has))
        .mapToLong(LargeUpload::mostBytes)
        .findFirst()
        .orElse(MOST_BYTES);
  }
}
