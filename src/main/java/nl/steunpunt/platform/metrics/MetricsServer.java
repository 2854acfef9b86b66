package nl.steunpunt.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import nl.steunpunt.platform.start.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Metrics on a port of their own, on loopback unless told: a proxy in front of the product cannot
 * pass them on by mistake. None is opened without {@code steunpunt.metrics.port}.
 */
@Component
class MetricsServer implements SmartLifecycle {
  private final Exposition exposition;
  private final @Nullable InetSocketAddress address;
  private volatile @Nullable HttpServer server;

  MetricsServer(
      Exposition exposition,
      @Value("${steunpunt.metrics.address}") String host,
      @Value("${steunpunt.metrics.port:}") String port) {
    this.exposition = exposition;
    this.address = port.isBlank() ? null : new InetSocketAddress(host, Integer.parseInt(port));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var isAsked = exchange.getRequestURI().getPath().equals("/metrics");
      var body =
          (isAsked ? exposition.text() : "/metrics is what is here\n")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", Exposition.TYPE);
      exchange.sendResponseHeaders(isAsked ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Empty when none is open. */
  @Nullable InetSocketAddress address() {
    var open = server;
    return open == null ? null : open.getAddress();
  }

  @Override
  public void start() {
    if (address == null) {
      return;
    }
    try {
      var opened = HttpServer.create(address, 0);
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.createContext("/", this::answer);
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new StartRefused(
          "Metrics cannot be given on %s: choose another steunpunt.metrics.port."
              .formatted(address),
          e);
    }
  }

  @Override
  public void stop() {
    var open = server;
    if (open != null) {
      open.stop(0);
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
