package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * Sends a page, compressed for who can read that, in one piece. The web server would use a slower
 * level, half a millisecond for a list of fifty rows, and pieces of its own small buffers.
 */
public final class Zip {
  private static final int WORTH_IT = 1500;

  /** Takes a fifth of the time of the usual one, for a tenth more bytes. */
  private static final int LEVEL = 3;

  /** RFC 1952: by deflate, no name, no time, from an unknown system. */
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};

  /** Checksum and length. */
  private static final int TAIL = 8;

  /** Each has a quarter of a megabyte outside the heap, which takes long to make and to clear. */
  private static final ArrayBlockingQueue<Deflater> IDLE = new ArrayBlockingQueue<>(4);

  private Zip() {}

  static void send(byte[] page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (page.length < WORTH_IT) {
      whole(page, page.length, response);
      return;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (!isReadBy(request)) {
      whole(page, page.length, response);
      return;
    }
    var zipped = new byte[page.length];
    var length = zip(page, zipped);
    if (length < 0) {
      whole(page, page.length, response);
      return;
    }
    response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    whole(zipped, length, response);
  }

  private static void whole(byte[] bytes, int length, HttpServletResponse response)
      throws IOException {
    response.setContentLength(length);
    response.getOutputStream().write(bytes, 0, length);
  }

  /** Who weighs encodings against each other gets the page as it is, which everybody can read. */
  public static boolean isReadBy(HttpServletRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.toLowerCase(Locale.ROOT).contains("q=");
  }

  /**
   * @return how many bytes it took; -1: as many as the page has, which is worth nothing
   */
  private static int zip(byte[] page, byte[] into) {
    var idle = IDLE.poll();
    var deflater = idle == null ? new Deflater(LEVEL, true) : idle;
    try {
      deflater.setInput(page);
      deflater.finish();
      System.arraycopy(HEAD, 0, into, 0, HEAD.length);
      var length = HEAD.length;
      length += deflater.deflate(into, length, into.length - length - TAIL);
      if (!deflater.finished()) {
        return -1;
      }
      var sum = new CRC32();
      sum.update(page);
      length = littleEndian((int) sum.getValue(), into, length);
      return littleEndian(page.length, into, length);
    } finally {
      deflater.reset();
      if (!IDLE.offer(deflater)) {
        deflater.end();
      }
    }
  }

  private static int littleEndian(int number, byte[] into, int at) {
    for (var i = 0; i < Integer.BYTES; i++) {
      into[at + i] = (byte) (number >>> (i * Byte.SIZE));
    }
    return at + Integer.BYTES;
  }
}
