package nl.steunpunt.platform.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import nl.steunpunt.platform.db.StandaloneDatabase;
import nl.steunpunt.platform.start.StartRefused;
import org.slf4j.LoggerFactory;

/** bin/backup and bin/restore, which bring the data folder and the file. */
public final class BackupCommand {
  private BackupCommand() {}

  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    try {
      var file = Path.of(arguments[2]);
      var data = Path.of(arguments[1]);
      switch (arguments[0]) {
        case "backup" -> backup(data, file);
        case "restore" ->
            restore(data, file, arguments.length > 3 && arguments[3].equals("--overwrite"));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (BackupRefused | StartRefused refused) {
      fail(String.valueOf(refused.getMessage()));
    } catch (IOException e) {
      fail("A file cannot be read or written: " + e.getMessage());
    } catch (SQLException e) {
      fail("The database does not do it: " + e.getMessage());
    }
  }

  private static void backup(Path data, Path file) throws SQLException, IOException {
    try (var database = StandaloneDatabase.beside(data, System.getenv());
        var connection = database.source().getConnection()) {
      var made = BackupWriting.write(connection, file, Clock.systemUTC().instant());
      System.out.printf(
          Locale.ROOT,
          "%s holds %,d rows of %d tables, %,d bytes. It does not hold the secret key (secret.key in the data folder, or STEUNPUNT_KEY): keep that apart from it.%n",
          file,
          made.rows(),
          made.tables().size(),
          Files.size(file));
    }
  }

  private static void restore(Path data, Path path, boolean overwrite)
      throws SQLException, IOException {
    try (var file = BackupFile.open(path);
        var database = StandaloneDatabase.alone(data, System.getenv())) {
      new Restoring(database.source()).restore(file, overwrite);
      System.out.printf(
          Locale.ROOT,
          "Restored and checked: %,d rows of %d tables, as they were at %s under Steunpunt %s.%n",
          file.manifest().rows(),
          file.manifest().tables().size(),
          file.manifest().madeAt(),
          file.manifest().product());
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }
}
