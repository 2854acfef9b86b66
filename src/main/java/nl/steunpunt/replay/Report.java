package nl.steunpunt.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The table at the end. */
record Report(List<Played> played) {
  private static final String ROW = "%-22s %7s %9s %12s %9s%n";

  void print(PrintStream out) {
    out.println();
    out.printf(ROW, "topic", "asked", "answered", "handed over", "no p.u.");
    var topics = new TreeMap<String, List<Played>>();
    for (var one : played) {
      var topic = one.incident().category().orElse("(unknown)");
      topics.computeIfAbsent(topic, none -> new java.util.ArrayList<>()).add(one);
    }
    topics.forEach((topic, all) -> row(out, topic, all));
    row(out, "all", played);
    out.println();
    var handed = count(played, one -> one.course() == Course.HANDED_OVER);
    out.printf(
        "Handed over: %.1f %%. This share is the log's: an incident is handed over when its first"
            + " group did not keep it. It says nothing of what power users can do.%n",
        100.0 * handed / Math.max(1, played.size()));
    var times = played.stream().mapToLong(Played::toScreenNanos).sorted().toArray();
    if (times.length > 0) {
      out.printf(
          "From asking to the screen, over the event stream: median %.1f ms, p99 %.1f ms, longest"
              + " %.1f ms, of %d questions.%n",
          millis(times, 0.5), millis(times, 0.99), millis(times, 1), times.length);
    }
  }

  private static void row(PrintStream out, String topic, List<Played> all) {
    out.printf(
        ROW,
        topic,
        all.size(),
        count(all, one -> one.course() == Course.ANSWERED),
        count(all, one -> one.course() == Course.HANDED_OVER),
        count(all, one -> one.course() == Course.STRAIGHT_TO_DESK));
  }

  private static long count(List<Played> all, Predicate<Played> which) {
    return all.stream().filter(which).count();
  }

  /** The nearest rank. */
  static double millis(long[] sorted, double quantile) {
    var rank = (int) Math.ceil(quantile * sorted.length);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
