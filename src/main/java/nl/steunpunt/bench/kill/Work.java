package nl.steunpunt.bench.kill;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * People at work: they ask, talk, answer, hand over, close, confirm, and leave some in silence, so
 * that timers move those on. What happens to a question hangs on the seed and on how far its worker
 * came.
 */
final class Work implements AutoCloseable {
  private static final int WORKERS = 4;

  /**
   * A mail belongs for five minutes of this clock to the node that sends it: when they go by in
   * less than some seconds, another node sends it too, as no real clock would make it.
   */
  private static final int CLOCK_STEP_MINUTES = 1;

  private final Door door;
  private final Office office;
  private final Ledger ledger;
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicLong failed = new AtomicLong();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

  Work(Door door, Office office, Ledger ledger, long seed) {
    this.door = door;
    this.office = office;
    this.ledger = ledger;
    for (int worker = 0; worker < WORKERS; worker++) {
      var random = new Random(seed + worker);
      people.submit(() -> whileGoing(() -> oneQuestion(random)));
    }
    people.submit(() -> whileGoing(this::letTimePass));
  }

  /** Courses that ended in something which is no answer of the server. */
  long failed() {
    return failed.get();
  }

  private void whileGoing(Runnable course) {
    while (going.get()) {
      try {
        course.run();
      } catch (RuntimeException e) {
        failed.incrementAndGet();
        System.err.println(e);
      }
    }
  }

  private void letTimePass() {
    door.post("", null, "/demo/clock", Map.of("workingMinutes", CLOCK_STEP_MINUTES));
    Kill.pause(1_000);
  }

  private void oneQuestion(Random random) {
    var asker = office.askers().get(random.nextInt(office.askers().size()));
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var text = "How does this go? " + key;
    var answer = door.post(asker, key, "/questions", Map.of("system", Office.SYSTEM, "text", text));
    var question = Office.done(answer).body();
    var id = question.get("id").asLong();
    ledger.asked(new Ledger.Asked(id, asker, text, holder(question)));
    for (int message = random.nextInt(3); message > 0; message--) {
      say(asker, id, "More of it: " + random.nextLong(), random);
    }
    var holder = office.powerUsers().get(holder(question));
    switch (random.nextInt(4)) {
      case 0 -> {
        if (holder != null && act(holder, id, "/answer", "answered", random)) {
          confirm(asker, id, random);
        }
      }
      case 1 -> {
        if (holder != null && act(holder, id, "/answer", "answered", random)) {
          say(asker, id, "Thank you " + random.nextLong(), random);
        }
      }
      case 2 -> {
        if (holder != null
            && act(holder, id, "/handover", "handed_over", random)
            && act(office.desk(), id, "/closure", "answered", random)) {
          confirm(asker, id, random);
        }
      }
      default -> {
        // Nobody does anything: its timers do.
      }
    }
    Kill.pause(random.nextInt(200));
  }

  private static long holder(JsonNode question) {
    return question.at("/powerUser/id").asLong(0);
  }

  private void say(String who, long id, String text, Random random) {
    var clientId = new UUID(random.nextLong(), random.nextLong());
    var answer =
        door.post(
            who,
            null,
            "/questions/" + id + "/messages",
            Map.of("clientId", clientId, "text", text));
    if (answer.isDone()) {
      ledger.said(new Ledger.Said(id, clientId, text));
    }
  }

  private void confirm(String asker, long id, Random random) {
    if (random.nextBoolean()) {
      act(asker, id, "/confirmation", "confirmed", random);
    }
  }

  /** Who came too late, as a timer had moved it on, is refused: then nothing was promised. */
  private boolean act(String who, long id, String verb, String step, Random random) {
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var answer =
        door.post(who, key, "/questions/" + id + verb, Map.of("text", "Like this. " + key));
    if (answer.isDone()) {
      ledger.done(new Ledger.Done(id, step));
    }
    return answer.isDone();
  }

  /** Returns when all have had the answer to their last request. */
  @Override
  public void close() {
    going.set(false);
    people.shutdown();
    try {
      if (!people.awaitTermination(4, TimeUnit.MINUTES)) {
        throw new IllegalStateException("People still wait for an answer");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
