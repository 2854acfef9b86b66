package nl.steunpunt.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import nl.steunpunt.platform.backup.Manifest.TableContent;
import org.postgresql.PGConnection;

/** A table's rows as text, the same on every machine and server. */
final class CopyText {
  private CopyText() {}

  /** For the running transaction: what a value looks like as text depends on these. */
  static void settle(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
          set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
          set local synchronize_seqscans = off; set local statement_timeout = 0
          """);
    }
  }

  /** Writes the rows and says how many they were and what their sum is. */
  static TableContent write(Connection connection, Catalog.Table table, OutputStream to)
      throws SQLException, IOException {
    var digest = sha256();
    // COPY ends by closing what it writes to, and the file goes on.
    var open =
        new FilterOutputStream(to) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    var rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy %s (%s) to stdout".formatted(table.name(), table.columns()),
                new DigestOutputStream(open, digest));
    return new TableContent(
        table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
