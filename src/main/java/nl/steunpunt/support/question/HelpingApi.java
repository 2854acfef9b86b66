package nl.steunpunt.support.question;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.AskedQuestion;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.conversation.Conversations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a power user does with a question. */
@RestController
@RequestMapping("/api/v1/questions/{id}")
class HelpingApi {
  private static final Map<String, String> POINTERS =
      Map.of(".no_such_power_user", "/to", "_title", "/keepAs", "_text", "/text");

  private final QuestionHelping helping;
  private final QuestionReading reading;
  private final People people;

  HelpingApi(QuestionHelping helping, QuestionReading reading, People people) {
    this.helping = helping;
    this.reading = reading;
    this.people = people;
  }

  /**
   * @param why what makes the answer worth more than once
   * @param keepAs the question as the next one would ask it, to keep this as a reusable answer
   * @param clientId makes a repeat harmless, as with messages
   */
  record Answer(
      @Nullable String text,
      @Nullable String why,
      @Nullable String keepAs,
      @Nullable UUID clientId) {}

  /**
   * @param text what was tried
   */
  record Handover(@JsonAlias("tried") @Nullable String text, @Nullable UUID clientId) {}

  /**
   * @param to address or number of the power user; left out: whom routing finds
   */
  record Passing(@Nullable Ref to) {}

  @PostMapping("/taking")
  AskedQuestion take(Me me, @PathVariable QuestionId id) {
    helping.take(me, id);
    return reading.one(me, id);
  }

  @PostMapping("/answer")
  AskedQuestion answer(Me me, @PathVariable QuestionId id, @RequestBody Answer answer) {
    var members = new Members();
    var why = answer.why == null ? "" : answer.why;
    if (why.length() > Conversations.MAX_LENGTH) {
      members.wrong("/why", "api.member.too_long", Conversations.MAX_LENGTH);
    }
    var keepAs = answer.keepAs == null ? "" : answer.keepAs;
    return saying(
        me,
        id,
        members,
        answer.text,
        text -> helping.answer(me, id, Sending.orNew(answer.clientId), text, why, keepAs));
  }

  @PostMapping("/handover")
  AskedQuestion handOver(Me me, @PathVariable QuestionId id, @RequestBody Handover handover) {
    return saying(
        me,
        id,
        new Members(),
        handover.text,
        text -> helping.handOver(me, id, Sending.orNew(handover.clientId), text));
  }

  @PostMapping("/passing")
  AskedQuestion pass(
      Me me,
      @PathVariable QuestionId id,
      @RequestBody(required = false) @Nullable Passing passing) {
    var members = new Members();
    var to = colleague(members, passing == null ? null : passing.to);
    members.check();
    return pointing(me, id, () -> helping.pass(me, id, to));
  }

  private AskedQuestion saying(
      Me me, QuestionId id, Members members, @Nullable String said, Consumer<String> verb) {
    var text = members.text("/text", said, Conversations.MAX_LENGTH);
    members.check();
    return pointing(me, id, () -> verb.accept(text));
  }

  private AskedQuestion pointing(Me me, QuestionId id, Runnable verb) {
    return Members.pointing(
        POINTERS,
        () -> {
          verb.run();
          return reading.one(me, id);
        });
  }

  private @Nullable PersonId colleague(Members members, @Nullable Ref ref) {
    return members.knownIfGiven("/to", ref, named -> people.find(named).orElse(null));
  }
}
