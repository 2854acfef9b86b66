package nl.steunpunt.platform.outgoing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server that answers as a test wishes, also as no web server should. */
public final class AnsweringServer implements AutoCloseable {
  /** How it answers a request; it may write anything, slowly, or nothing. */
  public interface Answering {
    void answer(Got got, OutputStream out) throws IOException, InterruptedException;
  }

  /** What it was sent; names of headers in small letters. */
  public record Got(String line, List<String> headers, String body) {
    public @Nullable String header(String name) {
      return headers.stream()
          .filter(header -> header.startsWith(name + ": "))
          .map(header -> header.substring(name.length() + 2))
          .findFirst()
          .orElse(null);
    }
  }

  private final ServerSocket server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Answering answering;

  private AnsweringServer(ServerSocket server, Answering answering) {
    this.server = server;
    this.answering = answering;
    Thread.ofVirtual().start(this::accept);
  }

  public static AnsweringServer plain(Answering answering) throws IOException {
    return new AnsweringServer(
        new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), answering);
  }

  public static AnsweringServer encrypted(SSLContext context, Answering answering)
      throws IOException {
    return new AnsweringServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
        answering);
  }

  /** A whole answer: "429 Too Many Requests", with headers as lines of their own. */
  public static Answering says(String status, String body, String... headers) {
    return (request, out) -> {
      var head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
      for (var header : headers) {
        head.append(header).append("\r\n");
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
      out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
    };
  }

  /** These bytes and no more. */
  static Answering raw(String text) {
    return (request, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public static Answering hangs() {
    return (request, out) -> Thread.sleep(60_000);
  }

  public void answer(Answering next) {
    answering = next;
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Got> got() {
    return got;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        open.add(client);
        Thread.ofPlatform().daemon().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var request = read(new BufferedInputStream(client.getInputStream()));
      got.add(request);
      answering.answer(request, client.getOutputStream());
      client.getOutputStream().flush();
    } catch (IOException | InterruptedException hungUp) {
      // They had enough of us.
    }
  }

  private static Got read(InputStream in) throws IOException {
    var line = line(in);
    var headers = new java.util.ArrayList<String>();
    var length = 0;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var parts = header.split(": ", 2);
      headers.add(parts[0].toLowerCase(Locale.ROOT) + ": " + parts[1]);
      if (parts[0].equalsIgnoreCase("content-length")) {
        length = Integer.parseInt(parts[1]);
      }
    }
    return new Got(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("they hung up");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var client : open) {
      client.close();
    }
  }
}
