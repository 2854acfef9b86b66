package nl.steunpunt.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.steunpunt.platform.web.Paths;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is larger than anything it could say, before it is in memory. A file to
 * import has a limit of its own, and is read as it comes.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class BodyLimitFilter extends OncePerRequestFilter {
  /** The longest text has ten thousand characters; with every one of them escaped, 60 KB. */
  static final int MOST_BYTES = 256 * 1024;

  private final ApiErrors problems;

  BodyLimitFilter(ApiErrors problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // JSON also beside the API: a page of our own that sends more than a form can.
    return Bodies.isFile(request) || !(Paths.isApi(request) || Bodies.isJson(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      problems.write(Invalid.tooLarge(MOST_BYTES), request, response);
    } else {
      next.doFilter(new LimitedBody(request, MOST_BYTES), response);
    }
  }
}
