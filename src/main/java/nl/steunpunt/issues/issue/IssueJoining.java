package nl.steunpunt.issues.issue;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.issues.IssueDoor;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.mypeople.HitPeopleNews;
import nl.steunpunt.issues.telling.IssueConversation;
import nl.steunpunt.issues.telling.Receipts;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is hit by an issue, and hears what becomes of it. */
@Service
public class IssueJoining implements IssueDoor {
  private final Issues issues;
  private final QuestionDoor questions;
  private final LiveEvents live;
  private final HitPeopleNews people;
  private final Notices notices;
  private final Receipts receipts;
  private final Clock clock;

  IssueJoining(
      Issues issues,
      QuestionDoor questions,
      LiveEvents live,
      HitPeopleNews people,
      Notices notices,
      Receipts receipts,
      Clock clock) {
    this.issues = issues;
    this.questions = questions;
    this.live = live;
    this.people = people;
    this.notices = notices;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Who said "me too" or asked about it. */
  public List<PersonId> followers(IssueId id) {
    return issues.hit(id);
  }

  /** "Is this yours? Me too": joins instead of asking again, and hears what becomes of it. */
  @Transactional
  public void join(Me me, IssueId id) {
    join(me.id(), issues.locked(id).id(), true);
  }

  private boolean join(PersonId person, IssueId id, boolean named) {
    var joined = issues.join(id, person, null, named, clock.instant());
    issues.stay(id, person, named);
    if (joined) {
      live.tell(List.of(person), "issue", id.value(), "joined");
    }
    people.changed(id, person, named);
    return joined;
  }

  /** A signal carries no name, nor does its sender here; who said it themselves keeps theirs. */
  public void joinWithoutName(PersonId sender, IssueId id) {
    join(sender, id, false);
  }

  @Override
  @Transactional
  public boolean hit(IssueId issue, PersonId whom) {
    return join(whom, issues.locked(issue).id(), true);
  }

  @Override
  @Transactional
  public void notHit(IssueId issue, PersonId whom) {
    leave(whom, issues.locked(issue).id());
  }

  @Transactional
  public void leave(Me me, IssueId id) {
    leave(me.id(), issues.locked(id).id());
  }

  private void leave(PersonId person, IssueId id) {
    issues
        .leave(id, person)
        .ifPresent(named -> {
          receipts.leave(id, person);
          people.changed(id, person, named);
        });
  }

  /** A question is about this issue: its asker is hit, and hears what becomes of it. */
  @Transactional
  public IssueId link(Me me, IssueId number, QuestionId question) {
    var id = issues.locked(number).id();
    var asker = questions.askerOf(me, question);
    issues.join(id, asker, question.value(), true, clock.instant());
    issues.link(id, question.value());
    questions.tellChanged(question, "linked");
    people.changed(id, asker, true);
    return id;
  }

  /** Who has read it needs no mail about it. */
  @Transactional
  public void seen(Me me, IssueId id) {
    receipts.read(id, me.id());
    notices.seen(me.id(), IssueConversation.of(id));
  }
}
