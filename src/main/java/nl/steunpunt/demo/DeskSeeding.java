package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.helpdesk.DeskArranging;
import nl.steunpunt.helpdesk.DeskArranging.NewAnswer;
import nl.steunpunt.helpdesk.DeskArranging.NewMacro;
import nl.steunpunt.helpdesk.DeskArranging.NewQueue;
import nl.steunpunt.helpdesk.DeskArranging.PastVisit;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/** Novum's desk: its queues, ready answers and macros, what it noted, and what it closed. */
@Component
class DeskSeeding {
  private static final List<String> ROLES = List.of("login", "authorisations");

  private final DeskArranging desk;

  DeskSeeding(DeskArranging desk) {
    this.desk = desk;
  }

  void seed(Map<Asked, QuestionId> asked, Map<Asked, QuestionId> before, Stage stage) {
    desk.arrange(queues(stage), answers(), macros());
    desk.visited(visits(asked, stage));
    desk.visited(visits(before, stage));
    asked.entrySet().stream()
        .filter(one -> one.getKey().outcome() == Outcome.WITH_HELPDESK)
        .min(Comparator.comparingLong(one -> one.getValue().value()))
        .ifPresent(one ->
            desk.note(
                one.getValue(),
                new PersonId(stage.people().id(Cast.CHANTAL.employeeNumber())),
                "De leverancier kent dit. Voor morgen 12 uur hoor ik er meer over."));
  }

  private static List<PastVisit> visits(Map<Asked, QuestionId> asked, Stage stage) {
    var visits = new ArrayList<PastVisit>();
    asked.forEach((question, id) -> {
      if (question.outcome() == Outcome.DESK_SOLVED) {
        var last = question.conversation().stream().filter(DeskSeeding::isAnswer).findFirst();
        var closer = last.map(Said::author).orElse(question.helper());
        visits.add(new PastVisit(id, stage.person(closer), question.text().length() % 3 != 0));
      }
    });
    return visits;
  }

  private static boolean isAnswer(Said said) {
    return said.kind().equals("answer");
  }

  private static List<NewQueue> queues(Stage stage) {
    var topics =
        ROLES.stream()
            .filter(stage.topics()::containsKey)
            .map(stage::topic)
            .map(TopicId::value)
            .toList();
    return topics.isEmpty()
        ? List.of()
        : List.of(
            new NewQueue(
                "Toegang en rollen",
                "Access and roles",
                stage.nova().value(),
                topics,
                List.of(new PersonId(stage.people().id(Cast.CHANTAL.employeeNumber())))));
  }

  private static List<NewAnswer> answers() {
    return List.of(
        new NewAnswer(
            "Rol is aangepast",
            "Hoi {voornaam},\n\nJe rol is aangepast. Log uit en weer in, dan werkt het.\nHet ging over {onderwerp}.\n\nGroet, {ik}",
            "Role was changed",
            "Hi {first_name},\n\nYour role was changed. Sign out and in again, and it works.\nThis was about {topic}.\n\nRegards, {me}"),
        new NewAnswer(
            "Schermafbeelding nodig",
            "Hoi {voornaam},\n\nKun je een afbeelding van het hele scherm sturen? Dan zie ik welke melding je krijgt.\n\nGroet, {ik}",
            "Picture of the screen needed",
            "Hi {first_name},\n\nCould you send a picture of the whole screen? Then I see which message you get.\n\nRegards, {me}"));
  }

  private static List<NewMacro> macros() {
    return List.of(
        new NewMacro(
            "Rol aangepast, klaar",
            "Role changed, done",
            "Rol is aangepast",
            "solved",
            null,
            false),
        new NewMacro(
            "Pak op en vraag om het scherm",
            "Take it and ask for the screen",
            "Schermafbeelding nodig",
            null,
            null,
            true));
  }
}
