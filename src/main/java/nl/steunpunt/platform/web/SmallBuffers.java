package nl.steunpunt.platform.web;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP with small buffers. Each open event stream holds a connection with all its buffers, 64 KB of
 * them by Tomcat's defaults; a page goes out in a few more pieces. Tomcat makes it by its name.
 */
public final class SmallBuffers extends Http11NioProtocol {
  /** What is read at once; a head of the largest size has this beside it. */
  private static final int READ = 1024;

  /** A page goes out in pieces of this size, each with a call of the system. */
  private static final int WRITTEN = 2048;

  /** Of a response: larger pieces, as pages are, pass it by. */
  private static final int ANSWERED = 256;

  /** Of headers after a body, which no browser sends. */
  private static final int TRAILERS = 256;

  public SmallBuffers() {
    setProperty("socket.appReadBufSize", Integer.toString(READ));
    setProperty("socket.appWriteBufSize", Integer.toString(WRITTEN));
    setMaxTrailerSize(TRAILERS);
  }

  /** Of a response: as many bytes, and as many characters. */
  @Override
  public int getDesiredBufferSize() {
    return ANSWERED;
  }
}
