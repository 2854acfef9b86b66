package nl.steunpunt.platform.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How long requests take, in classes; an event stream is none of them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTimes extends OncePerRequestFilter {
  /** Upper bounds in seconds; what took longer is in the last class, without one. */
  static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

  private final AtomicLongArray classes = new AtomicLongArray(BOUNDS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private final Counters counters;

  RequestTimes(Counters counters) {
    this.counters = counters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    var began = System.nanoTime();
    try {
      next.doFilter(request, response);
    } finally {
      if (!request.isAsyncStarted()) {
        note(System.nanoTime() - began, response.getStatus());
      }
    }
  }

  private void note(long took, int status) {
    nanos.add(took);
    classes.incrementAndGet(classOf(took / 1e9));
    counters.count("steunpunt_http_requests_total", "status", status / 100 + "xx");
  }

  private static int classOf(double seconds) {
    var place = 0;
    while (place < BOUNDS.length && seconds > BOUNDS[place]) {
      place++;
    }
    return place;
  }

  long in(int place) {
    return classes.get(place);
  }

  double seconds() {
    return nanos.sum() / 1e9;
  }
}
