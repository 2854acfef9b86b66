package nl.steunpunt.platform.outgoing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.steunpunt.platform.outgoing.NotSent.Reason;

/**
 * One request and its answer over a connection that is used for nothing else: HTTP/1.1 (RFC 9112)
 * without kept connections, compression or trailers. Nothing that comes back is believed in its
 * length.
 */
final class Exchange {
  /** All heads together, those of interim answers (1xx) included. */
  private static final int LONGEST_HEAD = 32_768;

  private static final int LONGEST_CHUNK_LINE = 256;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~A-Za-z0-9-]+):(.*)");

  private final InputStream in;
  private int headLeft = LONGEST_HEAD;

  private Exchange(InputStream in) {
    this.in = in;
  }

  static OutgoingAnswer over(InputStream in, OutputStream out, OutgoingCall call)
      throws IOException, NotSent {
    out.write(request(call));
    out.flush();
    return new Exchange(new BufferedInputStream(in)).answer(call);
  }

  private static byte[] request(OutgoingCall call) throws IOException {
    var head = new StringBuilder();
    head.append(call.method()).append(' ').append(call.address().target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(call.address().hostAndPort()).append("\r\n");
    head.append("User-Agent: Steunpunt\r\nAccept: */*\r\nConnection: close\r\n");
    call.headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!call.method().equals("GET")) {
      head.append("Content-Length: ").append(call.body().length).append("\r\n");
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    bytes.write(call.body());
    return bytes.toByteArray();
  }

  private OutgoingAnswer answer(OutgoingCall call) throws IOException, NotSent {
    int status;
    Map<String, String> headers;
    do {
      status = status();
      headers = headers();
    } while (status < 200);
    var body = new ByteArrayOutputStream();
    boolean whole;
    try {
      whole = status == 204 || status == 304 || body(headers, call.most(), body);
    } catch (IOException e) {
      // They have it, and have said so: to fail now would be to send it again.
      whole = false;
    }
    return new OutgoingAnswer(status, headers, body.toByteArray(), !whole);
  }

  private int status() throws IOException, NotSent {
    var line = STATUS.matcher(headLine());
    if (!line.matches()) {
      throw new NotSent(Reason.NONSENSE, "");
    }
    return Integer.parseInt(line.group(1));
  }

  private Map<String, String> headers() throws IOException, NotSent {
    var headers = new HashMap<String, String>();
    for (var line = headLine(); !line.isEmpty(); line = headLine()) {
      var header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new NotSent(Reason.NONSENSE, "");
      }
      headers.putIfAbsent(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
    }
    return headers;
  }

  private String headLine() throws IOException, NotSent {
    var line = line(headLeft);
    headLeft -= line.length() + 2;
    return line;
  }

  private String line(int longest) throws IOException, NotSent {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() >= longest) {
        throw new NotSent(Reason.NONSENSE, "");
      }
      line.append((char) next);
    }
    return line.length() > 0 && line.charAt(line.length() - 1) == '\r'
        ? line.substring(0, line.length() - 1)
        : line.toString();
  }

  /** Whether that was all of it. */
  private boolean body(Map<String, String> headers, int most, ByteArrayOutputStream into)
      throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(most, into);
    }
    var length = headers.get("content-length");
    if (length == null) {
      return copy(Long.MAX_VALUE, most, into) && in.read() < 0;
    }
    return length.matches("\\d{1,18}")
        && copy(Long.parseLong(length), most, into)
        && into.size() == Long.parseLong(length);
  }

  private boolean chunks(int most, ByteArrayOutputStream into) throws IOException {
    try {
      while (true) {
        var size = line(LONGEST_CHUNK_LINE).split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,8}")) {
          return false;
        }
        var length = Long.parseLong(size, 16);
        if (length == 0) {
          return true;
        }
        var before = into.size();
        if (!copy(length, most, into) || into.size() - before != length) {
          return false;
        }
        line(LONGEST_CHUNK_LINE);
      }
    } catch (NotSent nonsense) {
      return false;
    }
  }

  /**
   * At most so many bytes of them, and no more than may be kept.
   *
   * @return false when there are more than may be kept
   */
  private boolean copy(long length, int most, ByteArrayOutputStream into) throws IOException {
    var room = most - into.size();
    into.write(in.readNBytes((int) Math.min(length, room)));
    return length <= room || into.size() < most;
  }
}
