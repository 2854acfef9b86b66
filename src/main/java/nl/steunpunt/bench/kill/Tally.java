package nl.steunpunt.bench.kill;

import java.time.Duration;
import java.util.Collection;

/** The table at the end, and whether all of it is as it should be. */
final class Tally {
  private static final int SHOWN = 5;

  private boolean complete = true;

  Tally() {
    System.out.print(
        """
        | what | must be | is | |
        | --- | --- | --- | --- |
        """);
  }

  boolean isComplete() {
    return complete;
  }

  void none(String what, String of, String bad, Collection<?> found) {
    line(what + (of.isEmpty() ? "" : ": " + of), "0 " + bad, "" + found.size(), found.isEmpty());
    found.stream().limit(SHOWN).forEach(one -> System.out.println("  " + one));
  }

  void same(String what, long must, long is) {
    line(what, "" + must, "" + is, must == is);
  }

  void within(String what, Duration most, Duration is) {
    line(
        what,
        "%d s".formatted(most.toSeconds()),
        "%.1f s".formatted(is.toMillis() / 1000.0),
        is.compareTo(most) <= 0);
  }

  private void line(String what, String must, String is, boolean good) {
    complete &= good;
    System.out.printf("| %s | %s | %s | %s |%n", what, must, is, good ? "yes" : "**no**");
  }
}
