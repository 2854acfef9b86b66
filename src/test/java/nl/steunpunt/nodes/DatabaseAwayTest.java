package nl.steunpunt.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.demo.SmallNovum;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The database dies under people who are at work. */
class DatabaseAwayTest {
  private static final Path DATA = Path.of("target/test-data-away");

  private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

  private static RunningNode node;
  private static Person sanne;

  @BeforeAll
  static void start() throws Exception {
    FileSystemUtils.deleteRecursively(DATA);
    node = RunningNode.first(DATA);
    node.bean(SmallNovum.class).seed();
    sanne = Person.signedIn(node, Cast.SANNE);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private interface Asking {
    HttpResponse<String> answer() throws Exception;
  }

  /** Pages, forms, the API and the balancer, all at once and all the while. */
  private static final List<Asking> ASKED =
      List.of(
          () -> sanne.get(node, "/"),
          () -> sanne.get(node, "/sign-in"),
          () -> sanne.get(node, "/questions/1"),
          () -> sanne.get(node, "/api/v1/questions"),
          () -> sanne.post(node, "/presence", "at=question-1"),
          // Signing in where somebody is signed in would sign them out.
          () ->
              new Person("nobody=yet")
                  .post(node, "/demo/sign-in", "to=/&email=" + Cast.FATIMA.email()),
          () -> sanne.get(node, "/health/ready"));

  @Test
  void saysSoPlainlyAndIsBackByItself() throws Exception {
    Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
    var screen = sanne.stream(node);
    // Its node looks each second: then it knows which database it asked.
    Thread.sleep(3_000);
    var start = System.nanoTime();
    kill();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var asking : ASKED) {
        people.submit(() -> {
          while (isWithin(start, BACK_WITHIN)) {
            answers.add(asking.answer());
            Thread.sleep(100);
          }
          return null;
        });
      }
    }
    var away = answers.stream().filter(one -> one.statusCode() >= 500).toList();
    assertThat(sanne.get(node, "/").statusCode()).as("back by itself").isEqualTo(200);
    assertThat(sanne.get(node, "/health/ready").statusCode()).isEqualTo(200);

    assertThat(away).isNotEmpty();
    for (var answer : away) {
      assertThat(answer.statusCode()).as(answer.uri() + "\n" + answer.body()).isEqualTo(503);
      if (!answer.uri().getPath().startsWith("/health")) {
        assertThat(answer.headers().firstValue("Retry-After"))
            .as(answer.uri().toString())
            .isPresent();
      }
    }
    // Who asked while it was starting again waits, and has the page a moment later.
    // And a page that stayed open cannot know what it missed.
    assertThat(screen).as("what an open page hears").contains("event:reset");
    var pages = away.stream().filter(DatabaseAwayTest::isPage).map(HttpResponse::body).toList();
    assertThat(pages)
        .isNotEmpty()
        .allSatisfy(body -> {
          var page = Jsoup.parse(body);
          assertThat(page.select("h1").text()).isNotBlank();
          assertThat(page.text()).doesNotContain("Exception").doesNotContain("SQL");
        });
  }

  private static boolean isPage(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  private static boolean isWithin(long start, Duration time) {
    return System.nanoTime() - start < time.toNanos();
  }

  private static void kill() throws Exception {
    var pid = Files.readAllLines(DATA.resolve("pg/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }
}
