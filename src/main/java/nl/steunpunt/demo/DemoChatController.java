package nl.steunpunt.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chat as the helpdesk of Novum could have it, with an incoming webhook and a memory of an hour.
 */
@Controller
@ConditionalOnProperty("steunpunt.demo")
public class DemoChatController {
  /** The demo's own: whoever knows it can write on a page of the demo. */
  static final String HOOK = "/demo/chat/hooks/novum-helpdesk-k4w8r2";

  private static final int MOST = 20;
  private static final Pattern LINE =
      Pattern.compile("(?:\\* )?(.*) \\[([^\\]]*)]\\(https?://[^/)]*(/[^)]*)\\)");
  private static final JsonMapper JSON = new JsonMapper();

  private final Clock clock;
  private final DemoHook<Post> hook = new DemoHook<>(HOOK, MOST);

  DemoChatController(Clock clock) {
    this.clock = clock;
  }

  public record Post(Instant at, List<Line> lines) {}

  /**
   * @param path where its link leads; null: it has none
   */
  public record Line(String text, @Nullable String open, @Nullable String path) {}

  public record ChatPage(List<Post> posts) {}

  @GetMapping("/demo/chat")
  ModelAndView show() {
    return Reply.page("demo/chat", new ChatPage(hook.kept()));
  }

  @PostMapping("/demo/chat/hooks/{secret}")
  ResponseEntity<String> post(@PathVariable String secret, HttpServletRequest request)
      throws IOException {
    return hook.receive(
        secret,
        request,
        body -> {
          var text =
              JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("text").asString("");
          if (text.isBlank()) {
            return ResponseEntity.badRequest().body("No text specified");
          }
          var lines = text.lines().map(DemoChatController::line).toList();
          hook.keep(new Post(clock.instant(), lines), _ -> false);
          return ResponseEntity.ok("ok");
        });
  }

  /** Of Markdown what our own messages have in them. */
  private static Line line(String markdown) {
    var line = LINE.matcher(markdown);
    return line.matches()
        ? new Line(plain(line.group(1)), plain(line.group(2)), line.group(3))
        : new Line(plain(markdown), null, null);
  }

  private static String plain(String markdown) {
    return markdown.replace("\u200b", "").replaceAll("\\\\(\\p{Punct})", "$1");
  }
}
