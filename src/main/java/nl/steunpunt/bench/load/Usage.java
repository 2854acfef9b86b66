package nl.steunpunt.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time that the three who share the machine have used, in milliseconds. */
public record Usage(double serverMillis, double databaseMillis, double clientMillis) {
  /** Linux counts in hundredths of a second (proc(5), USER_HZ). */
  private static final double TICK_MILLIS = 10;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int ENDED_CHILDREN_USER = 13;
  private static final int ENDED_CHILDREN_SYSTEM = 14;

  Usage since(Usage before) {
    return new Usage(
        serverMillis - before.serverMillis,
        databaseMillis - before.databaseMillis,
        clientMillis - before.clientMillis);
  }

  /** Reads them of these processes; the database's is that of all its connections. */
  public record Meter(long server, long database) {
    public Usage read() {
      var own = ProcessHandle.current().pid();
      var ofDatabase = ticks(database, USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM);
      try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        for (var process : processes) {
          var fields = fields(Long.parseLong(process.getFileName().toString()));
          if (fields.length > SYSTEM && Long.parseLong(fields[PARENT]) == database) {
            ofDatabase += Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Usage(
          ticks(server, USER, SYSTEM) * TICK_MILLIS,
          ofDatabase * TICK_MILLIS,
          ticks(own, USER, SYSTEM) * TICK_MILLIS);
    }

    private static long ticks(long process, int... which) {
      var fields = fields(process);
      long sum = 0;
      for (var one : which) {
        sum += Long.parseLong(fields[one]);
      }
      return sum;
    }

    /**
     * What stands behind the name of the process, which may hold blanks; nothing when it has ended.
     */
    private static String[] fields(long process) {
      try {
        var text = Files.readString(Path.of("/proc/" + process + "/stat"));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
      } catch (IOException e) {
        return new String[0]; // it ended while it was read
      }
    }
  }
}
