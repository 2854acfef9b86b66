package nl.steunpunt.helpdesk.desk;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Map;
import java.util.UUID;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.AskedQuestion;
import nl.steunpunt.support.AskedQuestions;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the helpdesk does with a question. */
@RestController
@RequestMapping("/api/v1/questions/{id}")
class DeskApi {
  private static final int LONGEST = 10_000;

  private final TicketHandling handling;
  private final TicketDeeds deeds;
  private final AskedQuestions questions;
  private final People people;

  DeskApi(TicketHandling handling, TicketDeeds deeds, AskedQuestions questions, People people) {
    this.handling = handling;
    this.deeds = deeds;
    this.questions = questions;
    this.people = people;
  }

  /**
   * @param text the desk's advice
   * @param to address or number of the power user; left out: who had it before
   */
  record Return(
      @JsonAlias("advice") @Nullable String text, @Nullable Ref to, @Nullable UUID clientId) {}

  /**
   * @param text what was wrong and what was done, in words for the asker
   * @param reason left out: solved
   * @param couldPowerUser whether a power user could have solved this
   */
  record Closure(
      @Nullable String text,
      @Nullable CloseReason reason,
      @Nullable Boolean couldPowerUser,
      @Nullable UUID clientId) {}

  @PostMapping("/return")
  AskedQuestion giveBack(Me me, @PathVariable QuestionId id, @RequestBody Return back) {
    var members = new Members();
    var advice = members.text("/text", back.text, LONGEST);
    var to = members.knownIfGiven("/to", back.to, named -> people.find(named).orElse(null));
    members.check();
    return Members.pointing(
        Map.of(".no_such_power_user", "/to"),
        () -> {
          handling.giveBack(me, id, Sending.orNew(back.clientId), advice, to);
          return questions.one(me, id);
        });
  }

  @PostMapping("/closure")
  AskedQuestion close(Me me, @PathVariable QuestionId id, @RequestBody Closure closure) {
    var members = new Members();
    var text = members.text("/text", closure.text, LONGEST);
    members.check();
    var reason = closure.reason == null ? CloseReason.SOLVED : closure.reason;
    var could = Boolean.TRUE.equals(closure.couldPowerUser);
    deeds.close(
        me, id, Sending.orNew(closure.clientId), new Closing(reason, could, null), each -> text);
    return questions.one(me, id);
  }
}
