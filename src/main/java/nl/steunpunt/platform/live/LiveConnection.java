package nl.steunpunt.platform.live;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Objects;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a stream once its head is sent, taken over from HTTP as Tomcat's own WebSocket
 * does it: a request that stays open keeps 50 KB of parsers and buffers, this 6 KB, and five
 * thousand are open at a time. It never waits for a browser, so one that reads nothing holds
 * nobody's news up. Tomcat makes it, so it is public.
 */
public final class LiveConnection implements InternalHttpUpgradeHandler {
  /** Beside what the system keeps for a connection; a browser this far behind starts anew. */
  private static final int MOST_UNSENT = 64 * 1024;

  private @Nullable LiveStream stream;
  private @Nullable SocketWrapperBase<?> socket;
  private int unsent;

  void carry(LiveStream said) {
    stream = said;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    socket = wrapper;
  }

  @Override
  public void init(WebConnection none) {
    stream().connect(this);
  }

  /**
   * Sends what the system takes now, and the rest when it takes more.
   *
   * @throws IOException when the connection broke, or too much of it waits
   */
  synchronized void send(byte[] bytes) throws IOException {
    unsent = socket().hasDataToWrite() ? unsent + bytes.length : bytes.length;
    if (unsent > MOST_UNSENT) {
      throw new IOException("a stream that is not read");
    }
    socket().write(false, bytes, 0, bytes.length);
    flush();
  }

  private void flush() throws IOException {
    if (socket().flush(false)) {
      socket().registerWriteInterest();
    }
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    try {
      return switch (event) {
        case OPEN_READ -> isQuiet() ? SocketState.UPGRADED : SocketState.CLOSED;
        case OPEN_WRITE -> {
          synchronized (this) {
            flush();
          }
          yield SocketState.UPGRADED;
        }
        default -> SocketState.CLOSED;
      };
    } catch (IOException e) {
      return SocketState.CLOSED;
    }
  }

  /** A browser says nothing on its stream until it leaves. */
  private boolean isQuiet() throws IOException {
    return socket().read(false, new byte[1], 0, 1) == 0;
  }

  /** By Tomcat, when the other side left. */
  @Override
  public void destroy() {
    stream().end();
  }

  void close() {
    socket().close();
  }

  private LiveStream stream() {
    return Objects.requireNonNull(stream);
  }

  private SocketWrapperBase<?> socket() {
    return Objects.requireNonNull(socket);
  }

  @Override
  public void timeoutAsync(long now) {
    // It waits as long as the browser does.
  }

  @Override
  public void setSslSupport(@Nullable SSLSupport ssl) {
    // What is said does not depend on it.
  }

  @Override
  public void pause() {
    // The hub ends its streams when the product stops.
  }
}
