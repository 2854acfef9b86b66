package nl.steunpunt.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.steunpunt.demo.CastMember;

/** Somebody with a browser that is signed in, whose requests go to whichever node a test says. */
record Person(String cookie) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What a stream says last. */
  static final String OVER = "(over)";

  private static final String BOUNDARY = "a-line-that-is-in-no-file";

  static Person signedIn(RunningNode node, CastMember member) throws Exception {
    var email = URLEncoder.encode(member.email(), StandardCharsets.UTF_8);
    var answer =
        send(
            HttpRequest.newBuilder(node.address().resolve("/demo/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("to=/&email=" + email)));
    return new Person(answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
  }

  HttpResponse<String> get(RunningNode node, String path) throws Exception {
    return send(request(node, path).GET());
  }

  HttpResponse<String> post(RunningNode node, String path, String form) throws Exception {
    return send(
        request(node, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> upload(RunningNode node, String path, String name, String content)
      throws Exception {
    var body =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --%s--\r
        """
            .formatted(BOUNDARY, name, content, BOUNDARY);
    return send(
        request(node, path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body)));
  }

  /** The lines of this person's event stream, as they come; open when this returns. */
  BlockingQueue<String> stream(RunningNode node) throws Exception {
    var response =
        HTTP.send(
            request(node, "/events").header("Accept", "text/event-stream").build(),
            BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("the stream answered " + response.statusCode());
    }
    var heard = new LinkedBlockingQueue<String>();
    Thread.ofVirtual()
        .start(() -> {
          try (var lines =
              new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
              heard.add(line);
            }
          } catch (IOException e) {
            // The node left.
          } finally {
            heard.add(OVER);
          }
        });
    return heard;
  }

  private HttpRequest.Builder request(RunningNode node, String path) {
    return HttpRequest.newBuilder(node.address().resolve(path)).header("Cookie", cookie);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
