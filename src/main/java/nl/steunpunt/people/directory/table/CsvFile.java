package nl.steunpunt.people.directory.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with the liberties that spreadsheets take: semicolons or tabs, any line end. */
final class CsvFile extends TableFile {

  private static final int HEADER_SAMPLE = 64 * 1024;

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final ByteArrayInputStream bytes;
  private final double length;
  private long linesBefore;

  CsvFile(byte[] content) throws IOException {
    var encoding = TextEncoding.of(content);
    length = Math.max(1, content.length);
    bytes = bytes(content, encoding);
    parser =
        CSVParser.builder()
            .setReader(text(bytes, encoding))
            .setFormat(
                CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(content, encoding))
                    .setIgnoreEmptyLines(false)
                    .setTrailingData(true)
                    .get())
            .get();
    records = parser.iterator();
  }

  @Override
  @Nullable TableRow read() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      var line = (int) linesBefore + 1;
      var row = row(line, records.next());
      linesBefore = Math.max(linesBefore + 1, parser.getCurrentLineNumber());
      return row;
    } catch (UncheckedIOException | IllegalStateException e) {
      // A quote that is opened and never closed: all that follows is inside it.
      throw new UnreadableTable((int) linesBefore + 1, e);
    }
  }

  private static TableRow row(int line, CSVRecord record) {
    var cells = new ArrayList<Cell>(record.size());
    for (var text : record) {
      cells.add(cell(text));
    }
    return new TableRow(line, cells);
  }

  private static Cell cell(String text) {
    if (text.indexOf(TextEncoding.UNDECODABLE) >= 0 || text.indexOf('\0') >= 0) {
      return new Cell(text.replace('\0', TextEncoding.UNDECODABLE), Cell.Fault.ENCODING);
    }
    // ="00123" is how people keep a spreadsheet from eating leading zeros.
    if (text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"")) {
      return Cell.of(text.substring(2, text.length() - 1).strip());
    }
    return Cell.of(text.strip());
  }

  /** The separator that the header has most of, outside quotes. */
  private static char delimiter(byte[] content, TextEncoding encoding) throws IOException {
    var counts = new int[128];
    boolean quoted = false;
    boolean filled = false;
    try (var text = text(bytes(content, encoding), encoding)) {
      int c;
      for (int read = 0; read < HEADER_SAMPLE && (c = text.read()) >= 0; read++) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r') && filled) {
          break;
        } else if (!quoted && c < counts.length) {
          counts[c]++;
        }
        filled |= c > ' ';
      }
    }
    if (counts[';'] > counts[','] && counts[';'] >= counts['\t']) {
      return ';';
    }
    return counts['\t'] > counts[','] ? '\t' : ',';
  }

  private static ByteArrayInputStream bytes(byte[] content, TextEncoding encoding) {
    int skip = encoding.markLength();
    return new ByteArrayInputStream(content, skip, content.length - skip);
  }

  private static Reader text(ByteArrayInputStream bytes, TextEncoding encoding) {
    return new BufferedReader(new InputStreamReader(bytes, encoding.decoder()));
  }

  @Override
  public double consumed() {
    return 1 - bytes.available() / length;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
