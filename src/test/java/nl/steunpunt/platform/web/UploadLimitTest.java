package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** By what a request says of its length: none of it is read before. */
class UploadLimitTest {
  private static final long MB = 1L << 20;

  private record Somebody(String role) implements Viewer {
    @Override
    public String name() {
      return role;
    }

    @Override
    public long number() {
      return 1;
    }

    @Override
    public long signInId() {
      return 1;
    }

    @Override
    public Locale locale() {
      return Locale.of("nl");
    }

    @Override
    public boolean has(String wanted) {
      return role.equals(wanted);
    }
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  private static boolean isLetThrough(String role, String path, long bytes, boolean saysHowLong)
      throws ServletException, IOException {
    var filter =
        new UploadLimitFilter(
            List.of(new LargeUpload("/helpdesk-history", 1024 * MB, Set.of("network_lead"))),
            (_, _, _, refused) -> {
              assertThat(refused).isInstanceOf(MaxUploadSizeExceededException.class);
              return new ModelAndView();
            });
    SecurityContextHolder.getContext()
        .setAuthentication(
            new UsernamePasswordAuthenticationToken(new Somebody(role), "", List.of()));
    var request =
        new MockHttpServletRequest("POST", path) {
          @Override
          public long getContentLengthLong() {
            return bytes;
          }
        };
    request.setContentType("multipart/form-data; boundary=x");
    if (!saysHowLong) {
      request.addHeader("Transfer-Encoding", "chunked");
    }
    var reached = new AtomicBoolean();
    filter.doFilter(request, new MockHttpServletResponse(), (_, _) -> reached.set(true));
    return reached.get();
  }

  @Test
  void onlyWhoImportsHistoryMaySendSoMuch() throws ServletException, IOException {
    assertThat(isLetThrough("network_lead", "/helpdesk-history", 50 * MB, true)).isTrue();
    assertThat(isLetThrough("helpdesk", "/helpdesk-history", 50 * MB, true)).isFalse();
    assertThat(isLetThrough("network_lead", "/questions", 50 * MB, true)).isFalse();
    assertThat(isLetThrough("network_lead", "/helpdesk-history", 2048 * MB, true)).isFalse();
    assertThat(isLetThrough("helpdesk", "/questions", 40 * MB, true)).isTrue();
    assertThat(isLetThrough("network_lead", "/helpdesk-history", 10, false)).isFalse();
  }
}
