package nl.steunpunt.support.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was uploaded and never sent goes after a day. */
@Component
class UnsentRemoval implements Timed {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Attachments attachments;
  private final JdbcClient sql;

  UnsentRemoval(Attachments attachments, JdbcClient sql) {
    this.attachments = attachments;
    this.sql = sql;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(
            sql, "select min(uploaded_at) from support.attachment where message_id is null")
        .map(at -> at.plus(KEPT));
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var removed = attachments.removeUnclaimedBefore(now.minus(KEPT));
    return removed == 0 ? List.of() : List.of(new Fired("unsent_removed", removed, now));
  }
}
