package nl.steunpunt.bench.kill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The client's own log: what the server has said yes to, and when. */
final class Ledger {

  /**
   * @param holder the power user who got it at once; 0: the desk did
   */
  record Asked(long id, String asker, String text, long holder) {}

  record Said(long question, UUID clientId, String text) {}

  /** Something else that was done with a question, as the word of the step that it makes. */
  record Done(long question, String step) {}

  private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final Queue<Done> done = new ConcurrentLinkedQueue<>();
  private final Queue<Asked> promisedTwice = new ConcurrentLinkedQueue<>();
  private final Queue<Long> moments = new ConcurrentLinkedQueue<>();

  void asked(Asked one) {
    moment();
    if (asked.putIfAbsent(one.id, one) != null) {
      promisedTwice.add(one);
    }
  }

  void said(Said one) {
    moment();
    said.add(one);
  }

  void done(Done one) {
    moment();
    done.add(one);
  }

  private void moment() {
    moments.add(System.nanoTime());
  }

  Map<Long, Asked> asked() {
    return asked;
  }

  /** Two questions of ours that got one number. */
  List<Asked> promisedTwice() {
    return List.copyOf(promisedTwice);
  }

  List<Said> said() {
    return List.copyOf(said);
  }

  List<Said> said(long question) {
    return said.stream().filter(one -> one.question == question).toList();
  }

  List<Done> done() {
    return List.copyOf(done);
  }

  long times(long question, String step) {
    return done.stream().filter(one -> one.question == question && one.step.equals(step)).count();
  }

  /** The longest time between those two moments in which the server said yes to nobody. */
  Duration longestSilence(long from, long until) {
    long longest = 0;
    long before = from;
    for (long at :
        moments.stream().mapToLong(Long::longValue).filter(one -> one > from).sorted().toArray()) {
      longest = Math.max(longest, at - before);
      before = at;
      if (at > until) {
        break;
      }
    }
    return Duration.ofNanos(longest);
  }
}
