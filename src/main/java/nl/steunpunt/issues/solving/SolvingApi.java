package nl.steunpunt.issues.solving;

import java.time.Instant;
import java.util.Map;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What desk and power users say to each other to get an issue out of the world. */
@RestController
@RequestMapping("/api/v1/issues/{id}/solving")
class SolvingApi {
  private static final Map<String, String> MEMBERS =
      Map.of(".kind", "/kind", "_text", "/text", "_reason", "/reason");

  private final Solving solving;
  private final SolvingScreens screens;

  SolvingApi(Solving solving, SolvingScreens screens) {
    this.solving = solving;
    this.screens = screens;
  }

  record Author(long id, String name) {}

  /**
   * @param kind {@code said}, {@code reproduced}, {@code proposed}, {@code works} or {@code fails}
   * @param decision of a proposed workaround: {@code approved}, {@code declined}; null: it waits,
   *     or there is nothing to decide
   * @param version which one of the workaround it became
   */
  record PostShown(
      long id,
      Author author,
      Kind kind,
      String text,
      Instant at,
      @Nullable String decision,
      @Nullable String reason,
      @Nullable Integer version) {
    static PostShown of(SolvingScreens.Said said) {
      return new PostShown(
          said.id(),
          new Author(said.authorId(), said.author()),
          said.kind(),
          said.text(),
          said.at(),
          said.decision(),
          said.reason(),
          said.version());
    }
  }

  /**
   * @param kind a word of {@link PostShown}
   * @param text may be left out when a fix works
   */
  record NewPost(@Nullable String kind, @Nullable String text) {}

  record Declined(@Nullable String reason) {}

  /** The newest first; of what went into this issue also what was said there. */
  @GetMapping
  Slice<PostShown> list(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var said = screens.conversation(me, id, Slice.after(after), rows + 1).said();
    return Slice.of(said.reversed().stream().map(PostShown::of).toList(), rows, PostShown::id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PostShown say(Me me, @PathVariable IssueId id, @RequestBody NewPost post) {
    var members = new Members();
    var kind = members.text("/kind", post.kind);
    members.check();
    var issue =
        Members.pointing(MEMBERS, () -> solving.say(me, id, Kind.of(kind), clean(post.text), null));
    return newest(me, issue);
  }

  /**
   * Everybody sees this workaround from now on; who is hit hears it, unless the issue has ended.
   */
  @PostMapping("/{post}/approval")
  PostShown approve(Me me, @PathVariable IssueId id, @PathVariable long post) {
    solving.approve(me, id, post);
    return one(me, id, post);
  }

  @PostMapping("/{post}/decline")
  PostShown decline(
      Me me, @PathVariable IssueId id, @PathVariable long post, @RequestBody Declined wish) {
    return Members.pointing(
        MEMBERS,
        () -> {
          solving.decline(me, id, post, clean(wish.reason));
          return one(me, id, post);
        });
  }

  private PostShown newest(Me me, IssueId id) {
    return PostShown.of(
        screens.conversation(me, id, null, Slice.MOST).said().reversed().stream()
            .filter(said -> said.authorId() == me.id().value())
            .findFirst()
            .orElseThrow());
  }

  private PostShown one(Me me, IssueId id, long post) {
    return PostShown.of(screens.conversation(me, id, post + 1, 1).said().getFirst());
  }

  private static String clean(@Nullable String text) {
    return text == null ? "" : Typed.clean(text);
  }
}
