package nl.steunpunt.support.onbehalf;

import java.util.List;
import java.util.UUID;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PeopleSearch;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.QuestionAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class OnBehalfController {
  public record FindPage(
      String q, List<PeopleSearch.Colleague> found, List<FiledScreens.Filed> filed) {}

  public record AskPage(PeopleSearch.Colleague asker, List<Desk.SystemChoice> systems) {}

  private static final int SHORTEST = 2;

  private final PeopleSearch people;
  private final FiledScreens filed;
  private final Desk desk;
  private final AboutReading abouts;
  private final QuestionAsking asking;

  OnBehalfController(
      PeopleSearch people,
      FiledScreens filed,
      Desk desk,
      AboutReading abouts,
      QuestionAsking asking) {
    this.people = people;
    this.filed = filed;
    this.desk = desk;
    this.abouts = abouts;
    this.asking = asking;
  }

  /** First who asked; then, with {@code person}, what. */
  @GetMapping("/questions/new-for")
  ModelAndView begin(
      Me me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable PersonId person) {
    return person == null
        ? Reply.page("support/onbehalf/find", new FindPage(q, find(me, q), filed.by(me)))
        : Reply.page("support/onbehalf/ask", new AskPage(colleague(me, person), desk.systems()));
  }

  @PostMapping("/questions/new-for")
  ModelAndView ask(
      Me me,
      @RequestParam PersonId person,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean stuck,
      @RequestParam(defaultValue = "") String stuckUntil,
      @RequestParam(required = false) @Nullable UUID sending) {
    var asker = colleague(me, person);
    var until =
        stuckUntil.isBlank()
            ? null
            : LocalMoment.read(stuckUntil)
                .orElseThrow(() -> Refusal.of("question.refused.deadline_unread").at("stuckUntil"));
    var about = abouts.of(system, topic);
    var id =
        asking.ask(me, new Ask(about.system(), about.topic(), text, person, stuck, until, sending));
    return Reply.to("/questions/" + id, "on_behalf.done", asker.name());
  }

  /** For myself I ask on the start page. */
  private PeopleSearch.Colleague colleague(Me me, PersonId person) {
    if (person.equals(me.id())) {
      throw new NotFound();
    }
    return people.one(person).orElseThrow(NotFound::new);
  }

  private List<PeopleSearch.Colleague> find(Me me, String q) {
    var typed = q.strip();
    if (typed.length() < SHORTEST) {
      return List.of();
    }
    return people.find(typed).stream().filter(one -> one.id() != me.number()).toList();
  }
}
