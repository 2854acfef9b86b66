package nl.steunpunt.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import nl.steunpunt.platform.start.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the embedded database, owned by one process at a time. The lock is the
 * operating system's, so it ends with the process however that ends.
 */
final class DataFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder own(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      var channel =
          FileChannel.open(
              path.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartRefused(
            "Steunpunt already runs on the data in %s: stop it first, or give this one a folder of its own with --data DIR."
                .formatted(path));
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new StartRefused("The data folder %s cannot be written to.".formatted(path), e);
    }
  }

  /** Whether a process has it now. */
  static boolean isOwned(Path path) {
    var lock = path.resolve("app.lock");
    if (Files.notExists(lock)) {
      return false;
    }
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw new StartRefused("The data folder %s cannot be written to.".formatted(path), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  Path cluster() {
    return path.resolve("pg");
  }

  Path binaries() {
    return path.resolve("pg-bin");
  }

  Path serverLog() {
    return path.resolve("postgres.log");
  }

  Path passwordFile() {
    return path.resolve("postgres.password");
  }

  /**
   * The password of the database's superuser, made at first use. Without it any local user could
   * read everything over the loopback port.
   */
  String password() throws IOException {
    var file = passwordFile();
    if (Files.notExists(file)) {
      var secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        channel.write(
            java.nio.ByteBuffer.wrap(Base64.getUrlEncoder().withoutPadding().encode(secret)));
      }
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
