package nl.steunpunt.helpdesk.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files handed in, zipped and in pieces: memory holds one piece, and any node can read them. */
@Repository
class HistoryFiles {
  /** Unzipped: four million rows of a wide export. */
  static final long MOST_BYTES = 1L << 30;

  private static final int PIECE = 1 << 20;

  private final JdbcClient sql;

  HistoryFiles(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Takes the file as it comes, zipped with gzip or not.
   *
   * @return how many bytes it has, unzipped
   * @throws HistoryRefused TOO_LARGE, SPREADSHEET, EMPTY
   */
  long keep(HistoryRunId run, InputStream file) {
    try {
      var plain = plain(new BufferedInputStream(file, PIECE));
      long size = 0;
      try (var zipped = new Fast(new Pieces(run))) {
        var buffer = new byte[64 * 1024];
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
          size += read;
          if (size > MOST_BYTES) {
            throw new HistoryRefused(Why.TOO_LARGE, (MOST_BYTES >> 30) + " GB");
          }
          zipped.write(buffer, 0, read);
        }
      }
      if (size == 0) {
        throw new HistoryRefused(Why.EMPTY);
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream plain(BufferedInputStream file) throws IOException {
    file.mark(4);
    int first = file.read();
    int second = file.read();
    file.reset();
    if (first == 'P' && second == 'K' || first == 0xD0 && second == 0xCF) {
      throw new HistoryRefused(Why.SPREADSHEET);
    }
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(file, PIECE) : file;
  }

  /** What it says of how far it is counts bytes of the file, unzipped. */
  Content open(HistoryRunId run) {
    try {
      return new Content(new GZIPInputStream(new Stored(run), 64 * 1024));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(HistoryRunId run) {
    return sql.sql("select exists (select from helpdesk.history_file where run_id = :run)")
        .param("run", run)
        .query(Boolean.class)
        .single();
  }

  void forget(HistoryRunId run) {
    sql.sql("delete from helpdesk.history_file where run_id = :run").param("run", run).update();
  }

  static final class Content extends FilterInputStream {
    private long read;

    Content(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int some = super.read(into, from, most);
      read += Math.max(0, some);
      return some;
    }

    long taken() {
      return read;
    }
  }

  /** The work is to write less, not to write little. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 64 * 1024);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private final class Pieces extends OutputStream {
    private final HistoryRunId run;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int seq;

    Pieces(HistoryRunId run) {
      this.run = run;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int done = 0;
      while (done < length) {
        int some = Math.min(length - done, PIECE - filled);
        System.arraycopy(bytes, from + done, piece, filled, some);
        filled += some;
        done += some;
        if (filled == PIECE) {
          put();
        }
      }
    }

    private void put() {
      sql.sql("insert into helpdesk.history_file (run_id, seq, bytes) values (:run, :seq, :bytes)")
          .param("run", run)
          .param("seq", seq++)
          .param("bytes", Arrays.copyOf(piece, filled))
          .update();
      filled = 0;
    }

    @Override
    public void close() {
      if (filled > 0) {
        put();
      }
    }
  }

  private final class Stored extends InputStream {
    private final HistoryRunId run;
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);
    private int seq;

    Stored(HistoryRunId run) {
      this.run = run;
    }

    @Override
    public int read() {
      return fill() ? piece.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      return fill() ? piece.read(into, from, most) : -1;
    }

    @Override
    public int available() {
      // Else the unzipping would take the end of a piece for the end of the file.
      return fill() ? piece.available() : 0;
    }

    private boolean fill() {
      if (piece.available() > 0) {
        return true;
      }
      var next =
          sql.sql("select bytes from helpdesk.history_file where run_id = :run and seq = :seq")
              .param("run", run)
              .param("seq", seq++)
              .query(byte[].class)
              .optional();
      next.ifPresent(bytes -> piece = new ByteArrayInputStream(bytes));
      return next.isPresent();
    }
  }
}
