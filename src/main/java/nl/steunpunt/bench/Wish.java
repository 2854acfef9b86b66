package nl.steunpunt.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.steunpunt.bench.large.Crowd;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of bin/bench.
 *
 * @param prepare only that: no row is measured
 * @param small on the organisation of 520: to try a row, which proves nothing
 * @param seconds how long each row is measured, after half of that to warm up
 * @param rows which groups of rows; empty: all
 * @param kills how many of them instead of any row; 0: none
 * @param seed of the moments at which they come
 * @param report where the table goes beside the screen; null: nowhere
 * @param command starts the server, as bin/run does, without port and data
 */
record Wish(
    boolean prepare,
    boolean small,
    int seconds,
    Path data,
    Set<String> rows,
    int kills,
    long seed,
    @Nullable Path report,
    List<String> command) {

  static final int SECONDS = 60;

  /** What bin/bench passes on; it has looked at them. */
  static Wish of(List<String> arguments) {
    var prepare = false;
    var small = false;
    var seconds = SECONDS;
    var data = Path.of("data-bench");
    Set<String> rows = Set.of();
    int kills = 0;
    long seed = new Random().nextInt(1_000_000);
    Path report = null;
    var command = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--prepare" -> prepare = true;
        case "--small" -> small = true;
        case "--seconds" -> seconds = Integer.parseInt(arguments.get(++i));
        case "--data" -> data = Path.of(arguments.get(++i));
        case "--rows" -> rows = Set.of(arguments.get(++i).split(","));
        case "--kill" -> kills = Integer.parseInt(arguments.get(++i));
        case "--seed" -> seed = Long.parseLong(arguments.get(++i));
        case "--report" -> report = Path.of(arguments.get(++i));
        case "--" -> {
          command.addAll(arguments.subList(i + 1, arguments.size()));
          i = arguments.size();
        }
        default -> throw new IllegalArgumentException("Unknown: " + arguments.get(i));
      }
    }
    return new Wish(
        prepare, small, seconds, data.toAbsolutePath(), rows, kills, seed, report, command);
  }

  /** The folder of the organisation that is measured. */
  Path organisation() {
    return data.resolve(small ? "small" : "large");
  }

  Crowd crowd() {
    return small ? Crowd.SMALL : Crowd.LARGE;
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }
}
