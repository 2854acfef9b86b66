package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;
import nl.steunpunt.platform.start.StartRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClientAddressesTest {
  private static final ClientAddresses BARE = new ClientAddresses("", "none");
  private static final ClientAddresses BEHIND =
      new ClientAddresses("192.0.2.10, 198.51.100.0/24", "none");

  private static @Nullable String of(ClientAddresses clients, String peer, String... forwarded) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    for (var line : forwarded) {
      request.addHeader("X-Forwarded-For", line);
    }
    return clients.of(request).map(InetAddress::getHostAddress).orElse(null);
  }

  @Test
  void withoutAProxyItIsWhoConnects() {
    assertThat(of(BARE, "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(of(BARE, "2001:db8::5")).isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void aHeaderIsBelievedFromANamedProxyOnly() {
    assertThat(of(BEHIND, "192.0.2.10", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(of(BEHIND, "203.0.113.9", "192.0.2.77")).isNull();
    assertThat(of(BARE, "10.0.0.1", "10.0.0.2")).isNull();
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("10.0.0.1");
    request.addHeader("Forwarded", "for=10.0.0.2");
    assertThat(BARE.of(request)).isEmpty();
  }

  /** What the client itself wrote stands before what the proxies added. */
  @Test
  void theLastAddressBeforeOurProxiesCounts() {
    assertThat(of(BEHIND, "192.0.2.10", "10.0.0.1, 203.0.113.5, 198.51.100.7"))
        .isEqualTo("203.0.113.5");
    assertThat(of(BEHIND, "192.0.2.10", "10.0.0.1", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(of(BEHIND, "192.0.2.10", "10.0.0.1, unknown")).isNull();
    assertThat(of(BEHIND, "192.0.2.10", "10.0.0.1,")).isNull();
    assertThat(of(BEHIND, "192.0.2.10", "198.51.100.7")).isNull();
    assertThat(of(BEHIND, "192.0.2.10")).isNull();
  }

  @Test
  void whereTheServerItselfRewritesAddressesNothingIsCertain() {
    var rewritten = new ClientAddresses("", "native");
    assertThat(rewritten.isCertain()).isFalse();
    assertThat(of(rewritten, "10.0.0.1")).isNull();
  }

  @Test
  void behindANamedProxyARequestIsAsItsClientMadeIt() throws Exception {
    var seen = passed("192.0.2.10");
    assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.5");
    assertThat(seen.isSecure()).isTrue();
    assertThat(BEHIND.of(seen).map(InetAddress::getHostAddress)).contains("203.0.113.5");
    var lied = passed("203.0.113.9");
    assertThat(lied.getRemoteAddr()).isEqualTo("203.0.113.9");
    assertThat(lied.isSecure()).isFalse();
    assertThat(BEHIND.of(lied)).isEmpty();
  }

  private static HttpServletRequest passed(String peer) throws Exception {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    request.addHeader("X-Forwarded-For", "203.0.113.5");
    request.addHeader("X-Forwarded-Proto", "https");
    var chain = new MockFilterChain();
    new TrustedProxyFilter(BEHIND).doFilter(request, new MockHttpServletResponse(), chain);
    return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
  }

  @Test
  void aWrongRangeIsSaidAtTheStart() {
    assertThatThrownBy(() -> new ClientAddresses("192.0.2.0/40", "none"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("192.0.2.0/40");
  }
}
