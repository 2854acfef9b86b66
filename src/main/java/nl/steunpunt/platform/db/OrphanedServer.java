package nl.steunpunt.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of a PostgreSQL whose parent was killed: a server that still runs, or the children
 * of a dead one. Two servers on one cluster destroy it, so these go first.
 */
record OrphanedServer(Path cluster, PostgresBinaries binaries) {
  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Only with the cluster's lock in hand. */
  void stop() throws IOException {
    if (serverLives()) {
      binaries.run(
          "pg_ctl",
          List.of("stop", "-m", "fast", "-t", "10", "-D", cluster.toString()),
          cluster.resolveSibling("postgres.log"));
    }
    if (!gone()) {
      log.warn("Ending what is left of an earlier PostgreSQL; its journal keeps the data whole");
      processes().forEach(ProcessHandle::destroyForcibly);
      if (!gone()) {
        throw new IOException("an earlier PostgreSQL on the same data does not stop");
      }
    }
    // PostgreSQL would take a stranger with the number in it for a running server.
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  /** The file may be cut short, or name a process that has the dead server's number by chance. */
  private boolean serverLives() throws IOException {
    var file = cluster.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return false;
    }
    var server = Files.readString(file).lines().findFirst().orElse("").strip();
    return processes().stream().anyMatch(process -> server.equals(Long.toString(process.pid())));
  }

  private boolean gone() {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (processes().isEmpty()) {
        return true;
      }
      PostgresServer.pause(Duration.ofMillis(50));
    }
    return false;
  }

  /** PostgreSQL's processes have the cluster as their working folder. */
  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().filter(this::isPostgres).isPresent())
        .filter(this::worksInCluster)
        .toList();
  }

  private boolean isPostgres(String command) {
    return Path.of(command).getFileName().toString().startsWith("postgres");
  }

  private boolean worksInCluster(ProcessHandle process) {
    try {
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), cluster);
    } catch (IOException goneOrAnotherUsers) {
      return false;
    }
  }
}
