package nl.steunpunt.bench.kill;

import java.time.Duration;
import java.util.Random;

/**
 * One kill: whom, after how long, and how long it stays dead. A database is started again by the
 * server that owns it, and stays dead for as long as that takes.
 */
record Fall(Victim victim, Duration after, Duration dead) {
  enum Victim {
    /** The one that owns the database, which runs on without it until it is back. */
    SERVER,
    DATABASE,
    NODE
  }

  static Fall number(int number, Random random) {
    return new Fall(
        Victim.values()[number % Victim.values().length],
        Duration.ofMillis(1_500 + random.nextInt(3_000)),
        Duration.ofMillis(random.nextInt(2_000)));
  }
}
