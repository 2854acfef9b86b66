package nl.steunpunt.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends requests over some connections, first to warm up, then measured.
 *
 * <p>At a rate, the moments of sending are fixed beforehand and time is counted from them: who
 * waits because the server, or this client, is late, has waited (Gil Tene's "coordinated
 * omission").
 */
public final class Load {
  /** What is sent, and who looks at the answers; called by many threads at once. */
  public interface Work {
    byte[] request(long number);

    /**
     * @param due when it was to be sent, as {@link System#nanoTime}
     */
    default void answered(long number, long due, Wire.Answer answer) {}
  }

  /**
   * At a low rate no more than a second's worth: those that wait longer for their turn than the
   * server keeps a silent connection would find it closed.
   */
  private static final int FEWEST = 4;

  private final URI address;
  private final Usage.Meter meter;
  private final Duration warmUp;
  private final Duration measured;
  private final int connections;

  public Load(URI address, Usage.Meter meter, Duration measured, int connections) {
    this.address = address;
    this.meter = meter;
    this.warmUp = measured.dividedBy(2);
    this.measured = measured;
    this.connections = connections;
  }

  public static Work of(LongFunction<byte[]> request) {
    return request::apply;
  }

  /**
   * @param perSecond of all connections together
   */
  public Outcome atRate(int perSecond, Work work) {
    var enough = Math.min(connections, Math.max(FEWEST, perSecond));
    return run(work, enough, number -> number * 1_000_000_000L / perSecond);
  }

  /** Each connection sends its next request when it has the answer to the last. */
  public Outcome saturated(Work work) {
    return run(work, connections, number -> Long.MIN_VALUE);
  }

  private interface Plan {
    /** Nanoseconds after the begin; {@link Long#MIN_VALUE}: at once. */
    long due(long number);
  }

  private Outcome run(Work work, int connections, Plan plan) {
    var begin = System.nanoTime() + 50_000_000;
    var from = begin + warmUp.toNanos();
    var until = from + measured.toNanos();
    var numbers = new AtomicLong();
    var senders = new ArrayList<Sender>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < connections; i++) {
      var sender = new Sender(work, plan, numbers, begin, from, until);
      senders.add(sender);
      threads.add(Thread.ofPlatform().daemon().start(sender));
    }
    sleepUntil(from);
    var before = meter.read();
    sleepUntil(until);
    var used = meter.read().since(before);
    join(threads);
    return Outcome.of(senders.stream().map(sender -> sender.seen).toList(), measured, used);
  }

  private static void sleepUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void join(List<Thread> threads) {
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Sender implements Runnable {
    private final Work work;
    private final Plan plan;
    private final AtomicLong numbers;
    private final long begin;
    private final long from;
    private final long until;
    private final Outcome.Seen seen = new Outcome.Seen();

    Sender(Work work, Plan plan, AtomicLong numbers, long begin, long from, long until) {
      this.work = work;
      this.plan = plan;
      this.numbers = numbers;
      this.begin = begin;
      this.from = from;
      this.until = until;
    }

    @Override
    public void run() {
      try (var wire = new Wire(address)) {
        while (true) {
          var number = numbers.getAndIncrement();
          var planned = plan.due(number);
          var due = planned == Long.MIN_VALUE ? System.nanoTime() : begin + planned;
          if (due >= until) {
            return;
          }
          sleepUntil(due);
          var answer = wire.send(work.request(number));
          var end = System.nanoTime();
          // At a rate what was due counts, else what was done.
          var counts = planned == Long.MIN_VALUE ? end >= from && end < until : due >= from;
          if (counts) {
            seen.add(end - due, answer);
          }
          work.answered(number, due, answer);
        }
      } catch (IOException e) {
        seen.failed(e);
      }
    }
  }
}
