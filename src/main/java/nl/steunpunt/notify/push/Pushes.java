package nl.steunpunt.notify.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.BrowserName;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody sees and says of the browsers that show their notices. */
@Component
public class Pushes {
  private static final int LONGEST_KEY = 200;
  private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(15);

  /**
   * Of one person in an hour: each page that they open in a tab of its own may say it again, and
   * each time is a browser that can be tried out.
   */
  static final int MOST_ALLOWED = 60;

  private final PushBrowsers browsers;
  private final PushWishes wishes;
  private final PushMessages queue;
  private final PushDelivery delivery;
  private final PushService service;
  private final VapidKeys keys;
  private final Messages messages;
  private final Brands brands;
  private final ClientShares shares;
  private final Clock clock;

  Pushes(
      PushBrowsers browsers,
      PushWishes wishes,
      PushMessages queue,
      PushDelivery delivery,
      PushService service,
      VapidKeys keys,
      Messages messages,
      Brands brands,
      Clock clock) {
    this.browsers = browsers;
    this.wishes = wishes;
    this.queue = queue;
    this.delivery = delivery;
    this.service = service;
    this.keys = keys;
    this.messages = messages;
    this.brands = brands;
    this.shares =
        new ClientShares(MOST_ALLOWED, Duration.ofHours(1), "notice.push.too_often", clock);
    this.clock = clock;
  }

  /** What a browser is given to know our messages by. */
  public String key() {
    return keys.publicKey();
  }

  public List<PushBrowser> browsers(PersonId person) {
    return browsers.of(person);
  }

  public PushWish wish(PersonId person) {
    return wishes.of(person);
  }

  public void keep(PersonId person, PushWish wish) {
    wishes.keep(person, wish);
  }

  /**
   * The browser in which this person is signed in may show them notices.
   *
   * @param point its public key, and its secret, as the browser gives them
   * @throws nl.steunpunt.platform.web.TryLater when they said so too often
   */
  public void allow(
      Me me, String endpoint, String point, String secret, @Nullable String userAgent) {
    if (point.length() > LONGEST_KEY || secret.length() > LONGEST_KEY) {
      throw Refusal.of("notice.push.refused.keys");
    }
    var known =
        BrowserKeys.of(point, secret).orElseThrow(() -> Refusal.of("notice.push.refused.keys"));
    try {
      var address = service.endpoint(endpoint);
      shares.take(me.id());
      browsers.add(me, address, known, BrowserName.of(userAgent));
    } catch (NotSent refused) {
      var host = refused.getMessage();
      throw host == null || host.isEmpty()
          ? Refusal.of("notice.push.refused.address")
          : Refusal.of("notice.push.refused.service", host);
    }
  }

  /**
   * @throws NotFound when it is not theirs
   */
  public void remove(PersonId person, PushBrowserId browser) {
    browsers.remove(person, browser);
  }

  /**
   * Shows something now, quiet hours or not, to see whether it works.
   *
   * @throws NotFound when it is not theirs
   */
  @Transactional
  public void tryOut(Me me, PushBrowserId browser) {
    var one =
        browsers.of(me.id()).stream()
            .filter(it -> it.id().equals(browser))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (one.trouble() == PushTrouble.GONE) {
      throw Refusal.of("notice.push.trouble.gone");
    }
    var now = clock.instant();
    if (wasJust(one.receivedAt(), now) || wasJust(one.troubleAt(), now)) {
      throw Refusal.of("notice.push.refused.often");
    }
    queue.add(
        browser,
        PushMessages.TEST,
        brands.current().name(),
        messages.text(me.locale(), "notice.push.trial.text"),
        "/account/notices",
        Instant.MAX);
    delivery.beginAfterCommit();
  }

  private static boolean wasJust(@Nullable Instant at, Instant now) {
    return at != null && at.isAfter(now.minus(BETWEEN_TRIALS));
  }
}
