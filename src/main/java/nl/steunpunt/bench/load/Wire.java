package nl.steunpunt.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that is kept open. Client and server share the machine's cores, so it does the
 * least that HTTP asks for: a full client would take more time than some of the pages.
 */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int ANSWER = 32 * 1024;

  private final URI address;
  private Socket socket;
  private InputStream in;
  private byte[] bytes = new byte[ANSWER];
  private int length;

  /**
   * @param bytes of the answer on the wire, its head included
   * @param body unpacked from its chunks, still zipped where it was asked for so
   */
  public record Answer(int status, int bytes, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Wire(URI address) throws IOException {
    this.address = address;
    socket = open();
    in = new BufferedInputStream(socket.getInputStream(), ANSWER);
  }

  private Socket open() throws IOException {
    var opened = new Socket(address.getHost(), address.getPort());
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(PATIENCE_MILLIS);
    return opened;
  }

  public Answer send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    length = 0;
    var head = head();
    var body = length;
    if (head.contains("\r\ntransfer-encoding: chunked\r\n")) {
      for (int size = chunk(); size > 0; size = chunk()) {
        read(size);
        line();
      }
      line();
    } else {
      read(number(head, "\r\ncontent-length: "));
    }
    var content = java.util.Arrays.copyOfRange(bytes, body, length);
    if (head.contains("\r\nconnection: close\r\n")) {
      socket.close();
      socket = open();
      in = new BufferedInputStream(socket.getInputStream(), ANSWER);
    }
    return new Answer(Integer.parseInt(head.substring(9, 12)), length, content);
  }

  /** In lower case, each line with its end. */
  private String head() throws IOException {
    do {
      line();
    } while (!endsHead());
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        .toLowerCase(java.util.Locale.ROOT);
  }

  private boolean endsHead() {
    return length >= 4
        && bytes[length - 1] == '\n'
        && bytes[length - 3] == '\n'
        && bytes[length - 4] == '\r';
  }

  private static int number(String head, String name) {
    var at = head.indexOf(name);
    if (at < 0) {
      return 0;
    }
    var from = at + name.length();
    return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
  }

  /** The size of the next chunk; the line that says it is no part of the content. */
  private int chunk() throws IOException {
    var from = length;
    line();
    var size =
        Integer.parseInt(
            new String(bytes, from, length - from, StandardCharsets.ISO_8859_1).strip(), 16);
    length = from;
    return size;
  }

  private void line() throws IOException {
    int next;
    do {
      next = in.read();
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      room(1);
      bytes[length++] = (byte) next;
    } while (next != '\n');
  }

  private void read(int size) throws IOException {
    room(size);
    if (in.readNBytes(bytes, length, size) < size) {
      throw new EOFException("the server hung up");
    }
    length += size;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
