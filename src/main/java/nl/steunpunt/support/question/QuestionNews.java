package nl.steunpunt.support.question;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.steunpunt.network.PeopleNews;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatNews;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.support.DeskFollower;
import nl.steunpunt.support.DeskVisits;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells all whom it concerns that something happened to a question: screens at once, mail after a
 * quiet spell, and as they chose otherwise.
 */
@Component
class QuestionNews {
  private final Questions questions;
  private final LiveEvents live;
  private final PeopleNews people;
  private final Notices notices;
  private final ChatNews chats;
  private final List<DeskVisits> visits;
  private final ObjectProvider<DeskFollower> followers;
  private final QuestionHooks hooks;
  private final JdbcClient sql;
  private final Clock clock;

  QuestionNews(
      Questions questions,
      LiveEvents live,
      PeopleNews people,
      Notices notices,
      ChatNews chats,
      List<DeskVisits> visits,
      ObjectProvider<DeskFollower> followers,
      QuestionHooks hooks,
      JdbcClient sql,
      Clock clock) {
    this.questions = questions;
    this.live = live;
    this.people = people;
    this.notices = notices;
    this.chats = chats;
    this.visits = visits;
    this.followers = followers;
    this.hooks = hooks;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param by who did it, and so need not be told; null: a timed step
   * @param what the step's word, for screens that show it
   */
  void tell(Question question, @Nullable PersonId by, String what) {
    var id = Objects.requireNonNull(question.id()).value();
    tell(id, questions.participants(question.id()), question, by, what);
  }

  /** The same for a question whose participants are known, so that asking need not read them. */
  void tell(
      long id,
      Collection<PersonId> participants,
      Question question,
      @Nullable PersonId by,
      String what) {
    var screens = new HashSet<PersonId>(participants);
    if (question.deskSince() != null) {
      screens.addAll(desk());
      visits.forEach(visit -> visit.changed(QuestionId.of(id), by, what));
    }
    live.tell(screens, "question", id, what);
    people.tell(question.asker(), question.system(), screens);
    var owed = new HashMap<PersonId, Occasion>();
    if (question.status() == Status.WITH_POWER_USER && question.powerUser() != null) {
      owed.put(
          question.powerUser(),
          question.isTaken() ? Occasion.HELPED_QUESTION : Occasion.QUESTION_FOR_ME);
    }
    owed.put(question.asker(), Occasion.MY_QUESTION);
    if (by != null) {
      owed.remove(by);
    }
    // The letter tells the steps since then, and the first of them is older than this line.
    var steps = question.newSteps();
    var since = steps.isEmpty() ? clock.instant() : steps.getFirst().at();
    owed.forEach((person, occasion) -> notices.owe(person, "question-" + id, occasion, since));
    hooks.tell(id, question);
    if (cameToDesk(question)) {
      chats.tell(ChatEvent.QUESTION_AT_DESK, id, question.system(), List.of(question.asker()));
    }
    if (question.deskSince() != null) {
      followers.forEach(follower -> follower.changed(new QuestionId(id)));
    }
  }

  /** Just now, and not by somebody of the desk who wrote down who called. */
  private static boolean cameToDesk(Question question) {
    var kinds = question.newSteps().stream().map(Step::kind).toList();
    var called = question.origin() == Origin.DESK_FIRST && kinds.contains(StepKind.ASKED);
    return question.status() == Status.WITH_HELPDESK
        && !called
        && (kinds.contains(StepKind.TO_HELPDESK) || kinds.contains(StepKind.HANDED_OVER));
  }

  private Set<PersonId> desk() {
    return Set.copyOf(
        sql.sql("select id from people.pub_person where active and roles @> array['helpdesk']")
            .query(PersonId.class)
            .list());
  }
}
