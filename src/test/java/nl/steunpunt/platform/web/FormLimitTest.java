package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** By what a request says of its length: none of it is read before. */
class FormLimitTest {
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

  private static boolean isRead(
      @Nullable String role, String path, String type, long bytes, boolean saysHowLong)
      throws ServletException, IOException {
    var filter =
        new FormLimitFilter(
            List.of(new LargeUpload("/helpdesk-history", 1024 * MB, Set.of("network_lead"))));
    SecurityContextHolder.clearContext();
    if (role != null) {
      SecurityContextHolder.getContext()
          .setAuthentication(
              new UsernamePasswordAuthenticationToken(new Somebody(role), "", List.of()));
    }
    var request =
        new MockHttpServletRequest("POST", path) {
          @Override
          public long getContentLengthLong() {
            return bytes;
          }
        };
    request.setServletPath(path);
    request.setContentType(type);
    if (!saysHowLong) {
      request.addHeader("Transfer-Encoding", "chunked");
    }
    var read = new AtomicBoolean();
    filter.doFilter(
        request,
        new MockHttpServletResponse(),
        (passed, _) -> {
          try {
            passed.getParameterMap();
            ((HttpServletRequest) passed).getParts();
            read.set(true);
          } catch (MaxUploadSizeExceededException refused) {
            assertThat(RefusedForm.sent((HttpServletRequest) passed)).isEmpty();
          }
        });
    return read.get();
  }

  private static boolean isLetThrough(String role, String path, long bytes, boolean saysHowLong)
      throws ServletException, IOException {
    return isRead(role, path, "multipart/form-data; boundary=x", bytes, saysHowLong);
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

  @Test
  void whoIsNobodySaysLittle() throws ServletException, IOException {
    for (var type :
        List.of(
            "application/x-www-form-urlencoded",
            "Application / X-WWW-Form-urlencoded;charset=utf-8",
            "multipart/form-data; boundary=x")) {
      assertThat(isRead(null, "/sign-in", type, 64 << 10, true)).isTrue();
      assertThat(isRead(null, "/sign-in", type, (64 << 10) + 1, true)).isFalse();
      assertThat(isRead(null, "/sign-in", type, 10, false)).isFalse();
      assertThat(isRead("helpdesk", "/questions", type, 2 * MB, true)).isTrue();
    }
    assertThat(
            isRead("helpdesk", "/questions", "application/x-www-form-urlencoded", 2 * MB + 1, true))
        .isFalse();
  }
}
