package nl.steunpunt.platform.mail;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends what a test's own transaction has queued, which nobody beside it sees. */
@Component
@Lazy
public class Posting {
  private final MailDelivery delivery;

  Posting(MailDelivery delivery) {
    this.delivery = delivery;
  }

  /** It reads settings beside the test, where what the test wrote is not there yet. */
  public void hold() {
    delivery.stop();
  }

  public void goOn() {
    delivery.start();
  }

  public void sendAll() {
    while (delivery.makeSome() > 0) {
      Thread.onSpinWait();
    }
  }
}
