package nl.steunpunt.network.candidacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names that were given more than a year ago go. */
@Component
class CandidacyForgetting implements Timed {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Candidacies candidacies;
  private final JdbcClient sql;

  CandidacyForgetting(Candidacies candidacies, JdbcClient sql) {
    this.candidacies = candidacies;
    this.sql = sql;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(nominated_at) from network.nomination")
        .map(at -> at.plus(KEPT));
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var gone = candidacies.forgetNominationsUntil(now.minus(KEPT));
    return gone == 0 ? List.of() : List.of(new Fired("nominations_forgotten", gone, now));
  }
}
