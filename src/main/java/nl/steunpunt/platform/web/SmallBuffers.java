package nl.steunpunt.platform.web;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP with small buffers. Each open event stream holds those of its connection, 16 KB by Tomcat's
 * defaults; most pages still leave in one piece. Tomcat makes it by its name.
 */
public final class SmallBuffers extends Http11NioProtocol {
  private static final int BYTES = 2048;
  private static final int SENT = 8192;

  public SmallBuffers() {
    setProperty("socket.appReadBufSize", Integer.toString(BYTES));
    setProperty("socket.appWriteBufSize", Integer.toString(SENT));
  }

  /** Of a response: as many bytes, and as many characters. */
  @Override
  public int getDesiredBufferSize() {
    return BYTES;
  }
}
