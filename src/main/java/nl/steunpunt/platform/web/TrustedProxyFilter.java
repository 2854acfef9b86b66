package nl.steunpunt.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a named proxy's word for who asks and by which scheme, before anybody looks: so that
 * cookies are marked Secure, and wrong passwords count for the client they come from.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxyFilter extends OncePerRequestFilter {
  private final ClientAddresses clients;

  TrustedProxyFilter(ClientAddresses clients) {
    this.clients = clients;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (!clients.isFromProxy(request)) {
      next.doFilter(request, response);
      return;
    }
    var client =
        clients.of(request).map(InetAddress::getHostAddress).orElse(request.getRemoteAddr());
    request.setAttribute(ClientAddresses.PEER, request.getRemoteAddr());
    next.doFilter(new Forwarded(request, client), response);
  }

  private static final class Forwarded extends HttpServletRequestWrapper {
    private final String client;
    private final boolean secure;

    Forwarded(HttpServletRequest request, String client) {
      super(request);
      this.client = client;
      this.secure = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public boolean isSecure() {
      return secure || super.isSecure();
    }

    @Override
    public String getScheme() {
      return isSecure() ? "https" : super.getScheme();
    }
  }
}
