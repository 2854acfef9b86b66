package nl.steunpunt.bench.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.steunpunt.bench.large.Database;

/**
 * Two nodes on one database, which the first owns; people at work; and at random moments, the same
 * at each run of a seed, one of the three is killed with -9. Then the client's own log is compared
 * with what is there.
 */
public final class Kill {
  /** One goes after the other; what still waits then is found missing in the table. */
  private static final Duration MAIL_WITHIN = Duration.ofMinutes(10);

  private static final Duration DATABASE_WITHIN = Duration.ofMinutes(2);

  /** Of the demo's organisation, whose working hours the evening lies after. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final Database database;
  private final Node server;
  private final Node node;
  private final Door door;
  private final List<Fallen> fallen = new ArrayList<>();
  private final List<Moved> moves = new ArrayList<>();

  /** Timers of the two weeks after. */
  private int fired;

  private Kill(List<String> command, Path data) throws IOException {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    var secret = Base64.getEncoder().encodeToString(key);
    database = new Database(data.resolve("server"));
    var port = Node.freePort();
    server =
        new Node(
            with(command, "--steunpunt.database.port=" + port),
            Map.of("STEUNPUNT_KEY", secret),
            data.resolve("server"));
    server.start();
    server.awaitReady();
    node =
        new Node(
            with(command, "--spring.datasource.username=postgres"),
            Map.of(
                "STEUNPUNT_KEY",
                secret,
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "SPRING_DATASOURCE_PASSWORD",
                database.password()),
            data.resolve("node"));
    node.start();
    node.awaitReady();
    door = new Door(List.of(server.address(), node.address()));
  }

  private static List<String> with(List<String> command, String option) {
    var all = new ArrayList<>(command);
    all.add(option);
    return all;
  }

  /**
   * @param command the JVM with its flags and the jar
   * @param data a folder that is emptied first and left as it is afterwards
   * @return whether nothing is missing
   */
  public static boolean run(List<String> command, Path data, int kills, long seed)
      throws IOException, SQLException {
    System.out.printf("%d kills with seed %d, in %s%n", kills, seed, data);
    empty(data);
    var kill = new Kill(command, data);
    try (var mails = new MailSink()) {
      return kill.play(mails, kills, seed);
    } finally {
      kill.node.close();
      kill.server.close();
    }
  }

  private static void empty(Path data) throws IOException {
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private boolean play(MailSink mails, int kills, long seed) throws IOException, SQLException {
    var office = Office.furnish(door, server.setUpLink(), mails.port());
    var screens = new HashMap<Long, Screen>();
    office.powerUsers().forEach((number, token) -> screens.put(number, new Screen(door, token)));
    await(
        "the screens",
        Duration.ofSeconds(30),
        () -> screens.values().stream().allMatch(Screen::isOpen));
    var ledger = new Ledger();
    var work = new Work(door, office, ledger, seed);
    try (work) {
      var random = new Random(seed);
      for (int number = 0; number < kills; number++) {
        fall(Fall.number(number, random));
      }
      pause(3_000);
    }
    // A move of the clock ends the lease of what is being sent, so as little as can be: a timer may
    // still fire by itself just then. During the working day there is always a notice in its quiet
    // spell: so from the evening to the morning, and on to the evening.
    await("the letters that are on their way", MAIL_WITHIN, this::isNoMailOnItsWay);
    var now = moved(Duration.ofSeconds(1)).atZone(ZONE);
    var evening = now.with(LocalTime.of(20, 0));
    moved(Duration.between(now, evening.isAfter(now) ? evening : evening.plusDays(1)));
    for (int half = 0; half < 28; half++) {
      await("the mail of before", MAIL_WITHIN, this::isAllMailGone);
      moved(Duration.ofHours(12));
    }
    System.out.printf(
        "%d requests, %d sent again; two weeks later %d timers fired.%n",
        door.sent(), door.again(), fired);
    await("all mail", MAIL_WITHIN, this::isAllMailGone);
    pause(2_000);
    screens.values().forEach(Screen::close);
    var tally = new Tally();
    var accounts = new Accounts(door, database, ledger, tally);
    accounts.questions();
    accounts.messages();
    accounts.screens(screens);
    accounts.mails(mails.taken(), fallen, moves);
    accounts.nodes(fallen);
    tally.same("courses that broke off", 0, work.failed());
    return tally.isComplete();
  }

  private void fall(Fall fall) throws IOException {
    pause(fall.after().toMillis());
    System.out.printf("kill -9 %s%n", fall.victim());
    long at = System.nanoTime();
    switch (fall.victim()) {
      case SERVER -> restart(server, fall);
      case NODE -> restart(node, fall);
      case DATABASE -> killDatabase();
    }
    server.awaitReady();
    node.awaitReady();
    fallen.add(new Fallen(fall, at, Duration.ofNanos(System.nanoTime() - at)));
  }

  /**
   * Its processes notice one by one, and until then the nodes say that they are ready: so they are
   * asked once another database answers.
   */
  private void killDatabase() {
    var dead = database.pid();
    ProcessHandle.of(dead).ifPresent(ProcessHandle::destroyForcibly);
    await("the database", DATABASE_WITHIN, () -> isAnother(dead));
  }

  private boolean isAnother(long dead) {
    try {
      return database.pid() != dead && database.number("select 1") == 1;
    } catch (SQLException | RuntimeException notYet) {
      return false;
    }
  }

  private static void restart(Node one, Fall fall) throws IOException {
    one.kill();
    pause(fall.dead().toMillis());
    one.start();
  }

  /** Answers what time it is then. */
  private Instant moved(Duration by) {
    long begun = System.nanoTime();
    var moved = Office.done(door.post("", null, "/demo/clock", Map.of("advance", by.toString())));
    moves.add(new Moved(begun, System.nanoTime()));
    fired += moved.body().get("fired").size();
    return Instant.parse(moved.body().get("now").asString());
  }

  private boolean isNoMailOnItsWay() {
    return isNone("select count(*) from platform.mail where sent_at is null");
  }

  private boolean isAllMailGone() {
    return isNone(
        "select (select count(*) from platform.mail where sent_at is null) + (select count(*) from notify.pending)");
  }

  private boolean isNone(String count) {
    try {
      return database.number(count) == 0;
    } catch (SQLException e) {
      return false;
    }
  }

  private interface Condition {
    boolean holds();
  }

  /** What does not come is found missing in the table. */
  private static void await(String what, Duration most, Condition condition) {
    var deadline = System.nanoTime() + most.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        System.out.println("Waited in vain for " + what);
        return;
      }
      pause(100);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
