package nl.steunpunt.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.start.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar. */
record PostgresBinaries(Path bin, List<String> launcher) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  static PostgresBinaries unpackedIn(Path folder) throws IOException {
    var archive = PostgresBinaries.class.getResource(ARCHIVE);
    if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
      throw new StartRefused(
          "There is no embedded PostgreSQL for this kind of machine: set STEUNPUNT_DB_URL to a PostgreSQL 18 database.");
    }
    var home = folder.resolve(fingerprint(archive));
    if (Files.notExists(home)) {
      removeOthers(folder);
      var unpacking = Files.createDirectories(folder.resolve("unpacking"));
      unpack(archive, unpacking);
      Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home.resolve("bin"), launcherHere());
  }

  /** Other binaries, another folder: an upgrade unpacks anew and drops the old ones. */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return Long.toString(archive.openConnection().getContentLengthLong());
  }

  private static void removeOthers(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var others = Files.newDirectoryStream(folder)) {
        for (var other : others) {
          FileSystemUtils.deleteRecursively(other);
        }
      }
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    var file = target.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, file);
      if (file.startsWith(target.resolve("bin"))) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  /**
   * PostgreSQL refuses to run as root, so root runs it in a user namespace of its own, where it is
   * nobody. A session of its own, so that Ctrl-C in our terminal reaches us alone and we stop it
   * when the last request is answered.
   */
  private static List<String> launcherHere() throws IOException {
    var session = List.of("setsid");
    if (!System.getProperty("user.name").equals("root")) {
      return session;
    }
    var asNobody = List.of("setsid", "unshare", "-U");
    var trial = new ArrayList<>(asNobody);
    trial.add("true");
    if (!succeeds(new ProcessBuilder(trial).redirectOutput(ProcessBuilder.Redirect.DISCARD))) {
      throw new StartRefused(
          "PostgreSQL does not run as root, and this machine gives root no user namespace: start Steunpunt as an ordinary user, or set STEUNPUNT_DB_URL.");
    }
    return asNobody;
  }

  ProcessBuilder command(String program, List<String> arguments) {
    var words = new ArrayList<>(launcher);
    words.add(bin.resolve(program).toAbsolutePath().toString());
    words.addAll(arguments);
    var command = new ProcessBuilder(words);
    // PGPORT and its kind are meant for another server.
    command.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return command;
  }

  /** Runs a program to its end, with what it says in the log. */
  void run(String program, List<String> arguments, Path log) throws IOException {
    var output = ProcessBuilder.Redirect.appendTo(log.toFile());
    if (!succeeds(command(program, arguments).redirectOutput(output))) {
      throw new IOException("PostgreSQL's %s failed, and says why in %s".formatted(program, log));
    }
  }

  private static boolean succeeds(ProcessBuilder command) throws IOException {
    try {
      return command.redirectErrorStream(true).start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
