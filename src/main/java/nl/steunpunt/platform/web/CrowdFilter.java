package nl.steunpunt.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests as the heap can hold at a time, and answers 503 to the rest at once. A
 * virtual thread costs little, but its request keeps its buffers while it waits for a connection to
 * the database: five thousand browsers that come back in the same second filled 256 MB and nothing
 * answered any more. An open event stream is let out as soon as it listens.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CrowdFilter extends OncePerRequestFilter {
  /** With about 100 KB each; at 500 pages per second the last one let in waits for a second. */
  static final int MOST = 400;

  private static final String AGAIN_IN_SECONDS = "2";

  private final Semaphore room = new Semaphore(MOST);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (!room.tryAcquire()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      next.doFilter(request, response);
    } finally {
      room.release();
    }
  }
}
