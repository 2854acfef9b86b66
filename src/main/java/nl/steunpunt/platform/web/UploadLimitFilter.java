package nl.steunpunt.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a form with files before they are on the disk, which is before anybody looks at the
 * address: only who may use a {@link LargeUpload} can send so much. A form that does not say how
 * long it is is none of a browser's, and is refused too.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class UploadLimitFilter extends OncePerRequestFilter {
  /** Four files of a message at once, and an import of people. */
  static final long MOST_BYTES = 41L << 20;

  private final List<LargeUpload> large;
  private final HandlerExceptionResolver errors;

  UploadLimitFilter(
      List<LargeUpload> large,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.large = large;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    long most = most(request);
    boolean unsaid = request.getHeader("Transfer-Encoding") != null;
    if (unsaid || request.getContentLengthLong() > most) {
      errors.resolveException(request, response, null, new MaxUploadSizeExceededException(most));
    } else {
      next.doFilter(request, response);
    }
  }

  private long most(HttpServletRequest request) {
    var viewer = Pages.viewer();
    return large.stream()
        .filter(upload -> upload.path().equals(request.getRequestURI()))
        .filter(upload -> viewer != null && upload.roles().stream().anyMatch(viewer::has))
        .mapToLong(LargeUpload::mostBytes)
        .findFirst()
        .orElse(MOST_BYTES);
  }
}
