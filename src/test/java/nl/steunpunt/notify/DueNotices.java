package nl.steunpunt.notify;

import java.time.Instant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells what is due at a moment, and lets nothing else happen that is due by then. */
@Component
@Lazy
public class DueNotices {
  private final NoticeSending sending;

  DueNotices(NoticeSending sending) {
    this.sending = sending;
  }

  public void tell(Instant now) {
    sending.fireDue(now);
  }
}
