package nl.steunpunt.notify;

import java.time.Instant;

/** What became of what somebody was owed. */
public sealed interface Told {
  /** It goes out, and nothing is owed any more. */
  record Done() implements Told {}

  /** They have seen it, or may not see it any more: nothing is owed any more. */
  record Stale() implements Told {}

  /** It goes out, and until they have looked they are told nothing more of the same. */
  record UntilSeen() implements Told {}

  /** Not now. */
  record Later(Instant at) implements Told {}
}
