package nl.steunpunt.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.steunpunt.platform.backup.Manifest.TableContent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables as they are at one moment, while the product goes on. The file gets its name
 * when it is complete and on disk: what is called a backup is one.
 */
final class BackupWriting {
  private static final JsonMapper JSON = new JsonMapper();

  /** Faster than the usual 6 by half, and the file is a tenth larger. */
  private static final int COMPRESSION = 3;

  private BackupWriting() {}

  /**
   * @param connection in no transaction; afterwards too
   */
  static Manifest write(Connection connection, Path file, Instant madeAt)
      throws SQLException, IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(unfinished);
    try (var channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var manifest = write(connection, Channels.newOutputStream(channel), madeAt);
      channel.force(true);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Manifest write(Connection connection, OutputStream to, Instant madeAt)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      CopyText.settle(connection);
      return writeAll(connection, to, madeAt);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Manifest writeAll(Connection connection, OutputStream to, Instant madeAt)
      throws SQLException, IOException {
    var catalog = new Catalog(connection);
    var zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16));
    zip.setLevel(COMPRESSION);
    var migrations = catalog.migrations();
    if (migrations.isEmpty()) {
      throw new BackupRefused("There is no Steunpunt in this database.");
    }
    var tables = new ArrayList<TableContent>();
    for (var table : catalog.tables()) {
      zip.putNextEntry(new ZipEntry(new TableContent(table.name(), "", 0, "").entry()));
      tables.add(CopyText.write(connection, table, zip));
      zip.closeEntry();
    }
    var manifest =
        new Manifest(
            Manifest.FORMAT,
            ProductVersion.NAME,
            catalog.postgres(),
            madeAt,
            migrations,
            tables,
            catalog.sequences());
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    return manifest;
  }
}
