package nl.steunpunt.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chat as the helpdesk of Novum could have it, with an incoming webhook and a memory of an hour.
 */
@Controller
@ConditionalOnProperty("steunpunt.demo")
public class DemoChatController {
  /** The demo's own: whoever knows it can write on a page of the demo. */
  static final String HOOK = "/demo/chat/hooks/novum-helpdesk-k4w8r2";

  private static final int LONGEST = 8_192;
  private static final int MOST = 20;
  private static final Pattern LINE =
      Pattern.compile("(?:\\* )?(.*) \\[([^\\]]*)]\\(https?://[^/)]*(/[^)]*)\\)");
  private static final JsonMapper JSON = new JsonMapper();

  private final Clock clock;
  private final Deque<Post> posts = new ArrayDeque<>();

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
    synchronized (posts) {
      return Reply.page("demo/chat", new ChatPage(List.copyOf(posts)));
    }
  }

  @PostMapping("/demo/chat/hooks/{secret}")
  ResponseEntity<String> post(@PathVariable String secret, HttpServletRequest request)
      throws IOException {
    if (!HOOK.endsWith("/" + secret)) {
      throw new NotFound();
    }
    var body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      return ResponseEntity.status(413).body("too long");
    }
    try {
      var text = JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("text").asString("");
      if (text.isBlank()) {
        return ResponseEntity.badRequest().body("No text specified");
      }
      keep(new Post(clock.instant(), text.lines().map(DemoChatController::line).toList()));
      return ResponseEntity.ok("ok");
    } catch (JacksonException e) {
      return ResponseEntity.badRequest().body("Unable to parse incoming data");
    }
  }

  private void keep(Post post) {
    synchronized (posts) {
      posts.addFirst(post);
      while (posts.size() > MOST) {
        posts.removeLast();
      }
    }
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
