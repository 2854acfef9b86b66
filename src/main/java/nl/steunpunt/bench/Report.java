package nl.steunpunt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table: each line at once on the screen, all of it in a file at the end. */
final class Report {
  private final List<Line> lines = new ArrayList<>();
  private final @Nullable Path file;

  /**
   * @param file null: only on the screen
   */
  Report(@Nullable Path file) {
    this.file = file;
    System.out.print(Line.HEAD);
  }

  void add(List<Line> more) {
    more.forEach(line -> System.out.println(line.text()));
    lines.addAll(more);
  }

  void write(Wish wish) throws IOException {
    if (file == null) {
      return;
    }
    var text =
        """
        # Bench

        `bin/bench%s` on %s, %s. Server, database and client share the machine. Each row is measured for %d s after %d s of
        warm-up; at a rate, time counts from the moment a request was to be sent, so one that is sent late has waited.

        """
            .formatted(
                wish.seconds() == Wish.SECONDS ? "" : " --seconds " + wish.seconds(),
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC),
                machine(),
                wish.seconds(),
                wish.seconds() / 2);
    var table = new StringBuilder(text).append(Line.HEAD);
    lines.forEach(line -> table.append(line.text()).append('\n'));
    Files.writeString(file, table, StandardCharsets.UTF_8);
  }

  private static String machine() throws IOException {
    return "%d cores (%s), %s, %s %s, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name"),
            value("/proc/meminfo", "MemTotal"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String value(String file, String name) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown " + name);
    }
  }
}
