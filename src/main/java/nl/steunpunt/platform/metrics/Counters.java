package nl.steunpunt.platform.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happened on this node since it started; Prometheus adds the nodes up. */
@Component
public class Counters {
  record Series(String name, String label, String value) implements Comparable<Series> {
    @Override
    public int compareTo(Series other) {
      var byName = name.compareTo(other.name);
      var byLabel = byName != 0 ? byName : label.compareTo(other.label);
      return byLabel != 0 ? byLabel : value.compareTo(other.value);
    }
  }

  private final Map<Series, LongAdder> counts = new ConcurrentSkipListMap<>();

  /**
   * Once more, when the transaction at hand commits.
   *
   * @param name "steunpunt_..._total"
   * @param value of a small set: each is a series of its own
   */
  public void count(String name, String label, String value) {
    var series = new Series(name, label, value);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      add(series);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            add(series);
          }
        });
  }

  private void add(Series series) {
    counts.computeIfAbsent(series, none -> new LongAdder()).increment();
  }

  Map<Series, LongAdder> all() {
    return counts;
  }
}
