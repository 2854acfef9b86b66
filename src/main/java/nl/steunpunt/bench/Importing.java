package nl.steunpunt.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.bench.large.HistoryFile;

/**
 * A helpdesk's history of a million rows, from its first byte until it counts; it is taken back
 * afterwards.
 */
final class Importing {
  private static final int ROWS = 1_000_000;
  private static final Duration MOST = Duration.ofMinutes(2);

  /** One that is so late has failed. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  private Importing(Subject subject) throws SQLException {
    address = subject.server().address();
    token =
        SignedIn.of(
                subject.known().database(), SignedIn.Kind.TOKEN, List.of(subject.crowd().lead()))
            .secret(0);
  }

  static List<Line> lines(Subject subject) throws SQLException, IOException, InterruptedException {
    return List.of(new Importing(subject).line());
  }

  private Line line() throws IOException, InterruptedException {
    var start = System.nanoTime();
    var done = post("/api/v1/imports", BodyPublishers.ofInputStream(() -> new HistoryFile(ROWS)));
    var seconds = (System.nanoTime() - start) / 1e9;
    var number = NUMBER.matcher(done.body());
    var made = done.statusCode() == 201 && number.find();
    if (made) {
      post("/api/v1/imports/" + number.group(1) + "/undoing", BodyPublishers.noBody());
    }
    return Line.plain(
        "import of a helpdesk's history, %,d rows".formatted(ROWS),
        "%d s".formatted(MOST.toSeconds()),
        made ? "%.1f s".formatted(seconds) : "answer %d".formatted(done.statusCode()),
        made && seconds <= MOST.toSeconds());
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv")
            .timeout(PATIENCE)
            .POST(body)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
