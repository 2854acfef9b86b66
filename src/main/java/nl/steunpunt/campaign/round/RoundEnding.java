package nl.steunpunt.campaign.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.Timed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A round ends with its day; what somebody planned to walk goes with their last mandate. */
@Component
class RoundEnding implements Timed {
  private final Rounds rounds;
  private final JdbcClient sql;
  private volatile @Nullable LocalDate looked;

  RoundEnding(Rounds rounds, JdbcClient sql) {
    this.rounds = rounds;
    this.sql = sql;
  }

  /** Once a day on each node; one of which taps arrive later ends as they are taken in. */
  @Override
  public List<Fired> fireDue(Instant now) {
    var today = LocalDate.ofInstant(now, OrganisationClock.ZONE);
    if (!today.equals(looked)) {
      rounds.endOfDaysBefore(now);
      looked = today;
    }
    return List.of();
  }

  @ApplicationModuleListener
  void on(MandateEnded ended) {
    forgetPlansOf(List.of(ended.person()));
  }

  @ApplicationModuleListener
  void on(PeopleLeft left) {
    forgetPlansOf(left.people());
  }

  /** Of who is no power user now: a fact may come late. */
  void forgetPlansOf(List<PersonId> people) {
    sql.sql(
            """
            delete from campaign.round_plan p
             where p.person_id = any(:people::bigint[])
               and not exists (select from network.pub_power_user u where u.person_id = p.person_id)
            """)
        .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
        .update();
  }
}
