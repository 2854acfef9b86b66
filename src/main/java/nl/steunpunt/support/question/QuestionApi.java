package nl.steunpunt.support.question;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.support.AskedQuestion;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.sharing.QuestionSharing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asking, reading, and what an asker does. */
@RestController
@RequestMapping("/api/v1/questions")
class QuestionApi {
  private final QuestionAsking asking;
  private final QuestionSettling settling;
  private final QuestionReading reading;
  private final AboutReading abouts;
  private final People people;
  private final QuestionSharing sharing;

  QuestionApi(
      QuestionAsking asking,
      QuestionSettling settling,
      QuestionReading reading,
      AboutReading abouts,
      People people,
      QuestionSharing sharing) {
    this.asking = asking;
    this.settling = settling;
    this.reading = reading;
    this.abouts = abouts;
    this.people = people;
    this.sharing = sharing;
  }

  /**
   * @param system key or number
   * @param topic key or number of one of that system's topics
   * @param onBehalfOf address or number of the colleague who asked aloud
   * @param stuck "I can't go on"; a {@code stuckUntil} says so too
   * @param stuckUntil by when it must be over
   * @param shared the power user of my constituency may read it, also when others help; not of what
   *     somebody else asks
   */
  record NewQuestion(
      @Nullable Ref system,
      @Nullable String text,
      @Nullable Ref topic,
      @Nullable Ref onBehalfOf,
      @Nullable Boolean stuck,
      @Nullable Instant stuckUntil,
      @Nullable Boolean shared) {}

  @PostMapping
  ResponseEntity<AskedQuestion> ask(Me me, @RequestBody NewQuestion asked) {
    var members = new Members();
    var text = members.text("/text", asked.text, Ask.MAX_LENGTH);
    var about = abouts.of(members, asked.system, asked.topic);
    var colleague =
        members.knownIfGiven("/onBehalfOf", asked.onBehalfOf, ref -> people.find(ref).orElse(null));
    members.check();
    var stuck = Boolean.TRUE.equals(asked.stuck) || asked.stuckUntil != null;
    var ask =
        new Ask(
            about.system(), about.topic(), text, otherThan(me, colleague), stuck, asked.stuckUntil);
    var id =
        Members.pointing(
            Map.of(".deadline_past", "/stuckUntil", ".on_behalf", "/onBehalfOf"),
            () -> asking.ask(me, ask));
    if (Boolean.TRUE.equals(asked.shared) && ask.onBehalfOf() == null) {
      sharing.share(me, id, true);
    }
    return ResponseEntity.created(URI.create("/api/v1/questions/" + id)).body(reading.one(me, id));
  }

  private static @Nullable PersonId otherThan(Me me, @Nullable PersonId colleague) {
    return me.id().equals(colleague) ? null : colleague;
  }

  /**
   * @param status one or more, each as its own parameter or with commas between
   * @param with {@code me}: only those that wait with me as their power user
   */
  @GetMapping
  Slice<AskedQuestion> list(
      Me me,
      @RequestParam(defaultValue = "") List<String> status,
      @RequestParam(defaultValue = "") String with,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!with.isEmpty() && !with.equals("me")) {
      throw Invalid.parameter("with", "api.parameter.wrong");
    }
    return reading.list(
        me, Slice.after(after), statuses(status), with.equals("me"), Slice.limit(limit));
  }

  private static List<Status> statuses(List<String> words) {
    return words.stream().filter(word -> !word.isBlank()).map(QuestionApi::status).toList();
  }

  private static Status status(String word) {
    return Stream.of(Status.values())
        .filter(status -> status.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Invalid.parameter("status", "api.parameter.wrong"));
  }

  @GetMapping("/{id}")
  AskedQuestion show(Me me, @PathVariable QuestionId id) {
    return reading.one(me, id);
  }

  @PostMapping("/{id}/confirmation")
  AskedQuestion confirm(Me me, @PathVariable QuestionId id) {
    settling.confirm(me, id);
    return reading.one(me, id);
  }

  @PostMapping("/{id}/reopening")
  AskedQuestion reopen(Me me, @PathVariable QuestionId id) {
    settling.reopen(me, id);
    return reading.one(me, id);
  }

  @PostMapping("/{id}/withdrawal")
  AskedQuestion withdraw(Me me, @PathVariable QuestionId id) {
    settling.withdraw(me, id);
    return reading.one(me, id);
  }
}
