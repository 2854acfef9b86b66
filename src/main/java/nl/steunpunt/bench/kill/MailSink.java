package nl.steunpunt.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An SMTP server (RFC 5321) that takes everything and notes it. */
final class MailSink implements AutoCloseable {

  /**
   * @param id its Message-ID
   * @param nanos when it was taken, by {@link System#nanoTime()}
   */
  record Taken(String id, String to, long nanos) {}

  private final ServerSocket server;
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();

  MailSink() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("mail-sink").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      say(client, "220 sink");
      var to = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("RCPT TO:")) {
          to = line.substring(8).strip();
        }
        if (verb.equals("DATA")) {
          say(client, "354 go on");
          // Taken is what was answered for: noted first, as the other side may be dead by then.
          taken.add(new Taken(messageId(in), to, System.nanoTime()));
        }
        if (verb.equals("QUIT")) {
          say(client, "221 bye");
          return;
        }
        say(client, "250 ok");
      }
    } catch (IOException senderDied) {
      // It sends it again when it is back.
    }
  }

  private static String messageId(BufferedReader in) throws IOException {
    var id = "";
    for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("cut short");
      }
      if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        id = line.substring(11).strip();
      }
    }
    return id;
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
