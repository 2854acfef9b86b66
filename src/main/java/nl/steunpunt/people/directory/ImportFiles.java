package nl.steunpunt.people.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files handed in, in pieces, so that any node can go on with them. */
@Repository
class ImportFiles {

  static final int MOST_BYTES = 32 << 20;
  private static final int PIECE = 1 << 20;

  private final JdbcClient sql;

  ImportFiles(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @throws ImportRefused TOO_LARGE, above {@value #MOST_BYTES} bytes
   */
  void keep(ImportRunId run, InputStream file) {
    try {
      int size = 0;
      byte[] piece = file.readNBytes(PIECE);
      for (int seq = 0; piece.length > 0; seq++) {
        size += piece.length;
        if (size > MOST_BYTES) {
          throw new ImportRefused(ImportRefused.Why.TOO_LARGE, (MOST_BYTES >> 20) + " MB");
        }
        sql.sql("insert into people.import_file (run_id, seq, bytes) values (:run, :seq, :bytes)")
            .param("run", run)
            .param("seq", seq)
            .param("bytes", piece)
            .update();
        piece = file.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A piece at a time: the driver would hold them all beside the whole. */
  byte[] content(ImportRunId run) {
    var content = new ByteArrayOutputStream();
    for (int seq = 0; ; seq++) {
      var piece =
          sql.sql("select bytes from people.import_file where run_id = :run and seq = :seq")
              .param("run", run)
              .param("seq", seq)
              .query(byte[].class)
              .optional();
      if (piece.isEmpty()) {
        return content.toByteArray();
      }
      content.writeBytes(piece.get());
    }
  }

  void forget(ImportRunId run) {
    sql.sql("delete from people.import_file where run_id = :run").param("run", run).update();
  }
}
