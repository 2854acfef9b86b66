package nl.steunpunt.campaign.step;

import java.time.Clock;
import nl.steunpunt.notify.SpareMail;
import nl.steunpunt.people.PersonId;
import org.springframework.stereotype.Component;

/** The steps that nobody needs for their work: who left them by a link comes back here. */
@Component
class CampaignMail implements SpareMail {
  private final Audiences audiences;
  private final Clock clock;

  CampaignMail(Audiences audiences, Clock clock) {
    this.audiences = audiences;
    this.clock = clock;
  }

  @Override
  public String word() {
    return "campaign";
  }

  @Override
  public boolean isWanted(PersonId person) {
    return !audiences.hasLeft(person);
  }

  @Override
  public void choose(PersonId person, boolean wanted) {
    if (wanted) {
      audiences.comeBack(person);
    } else {
      audiences.leave(person, clock.instant());
    }
  }
}
