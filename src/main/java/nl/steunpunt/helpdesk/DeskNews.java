package nl.steunpunt.helpdesk;

import java.util.Collection;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/** Tells the desk's open screens, and nobody else, what the desk did to a ticket. */
@Component
public class DeskNews {
  private final LiveEvents live;
  private final DeskPeople desk;

  DeskNews(LiveEvents live, DeskPeople desk) {
    this.live = live;
    this.desk = desk;
  }

  public void tell(Collection<QuestionId> questions, String what) {
    if (questions.isEmpty()) {
      return;
    }
    var people = desk.all();
    questions.forEach(one -> live.tell(people, "question", one.value(), what));
  }
}
