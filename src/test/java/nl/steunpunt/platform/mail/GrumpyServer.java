package nl.steunpunt.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that picks up and then does not do its work. */
final class GrumpyServer implements AutoCloseable {
  private final ServerSocket server;
  private final String answer;

  private GrumpyServer(int port, String answer) throws IOException {
    this.answer = answer;
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Says this to every sender. */
  static GrumpyServer refusing(int port, String answer) throws IOException {
    return new GrumpyServer(port, answer);
  }

  /** So slow that nobody waits for it. */
  static GrumpyServer silent(int port) throws IOException {
    return new GrumpyServer(port, "");
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
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      say(client, "220 grumpy");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        say(client, line.startsWith("MAIL") ? answer : "250 well then");
      }
    } catch (IOException hungUp) {
      // It had enough of us.
    }
  }

  private void say(Socket client, String line) throws IOException {
    if (!answer.isEmpty()) {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
