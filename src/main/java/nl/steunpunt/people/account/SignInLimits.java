package nl.steunpunt.people.account;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.Buckets;
import nl.steunpunt.platform.web.TryLater;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits wrong tries by where they come from, never by account: nobody can lock a colleague out. A
 * client address has its share, and less of it for any one account. A browser in which this person
 * signed in before has a share of its own, so that somebody who guesses behind the same address
 * (everyone in a building may share one) does not use up theirs.
 */
@Component
class SignInLimits {
  static final int TRIES_PER_CLIENT = 100;
  static final int TRIES_PER_CLIENT_AND_ACCOUNT = 10;
  static final int TRIES_PER_KNOWN_BROWSER = 10;
  static final int LINKS_PER_CLIENT = 20;
  static final int LINKS_PER_ADDRESS = 3;

  /** In a minute; a building full of people who sign in at nine stays far below it. */
  static final int REQUESTS_PER_STRANGER = 1200;

  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final Buckets buckets;

  SignInLimits(Clock clock) {
    this.buckets = new Buckets(clock);
  }

  /** One try, already counted. A right one is given back. */
  record Try(List<Bucket> taken) {
    void giveBack() {
      taken.forEach(bucket -> bucket.addTokens(1));
    }
  }

  /**
   * @param knownBrowser the mark of a browser in which this account signed in before, or null
   * @throws TryLater when this client has used up its share
   */
  Try signIn(String client, String email, @Nullable String knownBrowser) {
    if (knownBrowser != null) {
      return take(bucket("browser " + knownBrowser, TRIES_PER_KNOWN_BROWSER));
    }
    return take(
        bucket("pair " + network(client) + " " + email, TRIES_PER_CLIENT_AND_ACCOUNT),
        bucket("client " + network(client), TRIES_PER_CLIENT));
  }

  /** Whether this client may still ask for links to set a password. */
  void link(String client) {
    take(bucket("link " + network(client), LINKS_PER_CLIENT));
  }

  /**
   * Whether this address is still sent a link: nobody's mailbox is to be filled by somebody else.
   */
  boolean isMailed(String email) {
    return bucket("mailed " + email, LINKS_PER_ADDRESS).tryConsume(1);
  }

  /**
   * Any request of who is not signed in: all that costs a read of the database, a guess included.
   */
  void stranger(String client) {
    take(bucket("stranger " + network(client), REQUESTS_PER_STRANGER, Duration.ofMinutes(1)));
  }

  private Try take(Bucket... needed) {
    var taken = new ArrayList<Bucket>();
    for (var bucket : needed) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        new Try(taken).giveBack();
        throw TryLater.tooOften(
            "sign_in.too_often", Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
      taken.add(bucket);
    }
    return new Try(taken);
  }

  private Bucket bucket(String key, int tries) {
    return bucket(key, tries, PERIOD);
  }

  private Bucket bucket(String key, int tries, Duration period) {
    return buckets.of(key, tries, period);
  }

  private static String network(String client) {
    try {
      return Buckets.network(InetAddress.ofLiteral(client));
    } catch (IllegalArgumentException e) {
      return client;
    }
  }

  int kept() {
    return buckets.kept();
  }
}
