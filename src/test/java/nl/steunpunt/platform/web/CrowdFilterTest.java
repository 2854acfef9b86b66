package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrowdFilterTest {
  private final CrowdFilter filter = new CrowdFilter();

  @Test
  void whoComesWhenTheHouseIsFullIsToldWhenToComeBackAndGetsInAfterwards() throws Exception {
    var inside = new AtomicInteger();
    var doors = new CountDownLatch(1);
    try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MockHttpServletResponse>> all =
          IntStream.range(0, CrowdFilter.MOST)
              .mapToObj(n ->
                  browsers.submit(() ->
                      asks((request, response) -> {
                        inside.incrementAndGet();
                        awaitOpen(doors);
                      })))
              .toList();
      await().until(() -> inside.get() == CrowdFilter.MOST);

      var late = asks((request, response) -> inside.incrementAndGet());
      assertThat(late.getStatus()).isEqualTo(503);
      assertThat(late.getHeader("Retry-After")).isEqualTo("2");
      assertThat(inside).hasValue(CrowdFilter.MOST);

      doors.countDown();
      for (var one : all) {
        assertThat(one.get().getStatus()).isEqualTo(200);
      }
    }
    assertThat(asks((request, response) -> inside.incrementAndGet()).getStatus()).isEqualTo(200);
  }

  @Test
  void whatFailsInsideLeavesItsPlace() {
    for (var time = 0; time <= CrowdFilter.MOST; time++) {
      assertThatThrownBy(() ->
              asks((request, response) -> {
                throw new IllegalStateException("broken");
              }))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private MockHttpServletResponse asks(FilterChain inside) throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest("GET", "/"), response, inside);
    return response;
  }

  private static void awaitOpen(CountDownLatch doors) {
    try {
      doors.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
