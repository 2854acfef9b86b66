package nl.steunpunt.helpdesk.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one at a time, however many there are. UTF-8, or UTF-16 with its mark;
 * commas, semicolons or tabs, whichever the header has most of. What cannot be decoded becomes
 * {@link #UNDECODABLE}: an old encoding is not guessed at.
 */
final class CsvRows implements AutoCloseable {
  static final char UNDECODABLE = '\uFFFD';
  private static final int HEADER_SAMPLE = 64 * 1024;

  /** Tells a spreadsheet what lies between cells, before the headers: "sep=;". */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([;,\t|])\"?[ ;,]*\\R");

  /**
   * Characters of one row: a mail with a picture in it has fewer, all that follows a stray quote
   * has more.
   */
  private static final int LONGEST_ROW = 1 << 20;

  /** Where it stands in the file, from 1; a row that spans lines has its first. */
  record Row(int line, CSVRecord cells) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }

    int width() {
      return cells.size();
    }

    boolean isUnreadable() {
      return cells.stream().anyMatch(CsvRows::isUnreadable);
    }

    int length() {
      return cells.stream().mapToInt(String::length).sum();
    }
  }

  private final Bounded bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private int linesBefore;

  /**
   * @throws HistoryRefused EMPTY, BROKEN
   */
  CsvRows(InputStream file) {
    try {
      var bytes = new BufferedInputStream(file, 2 * HEADER_SAMPLE);
      var charset = charset(bytes);
      var sample = sample(bytes, charset);
      var spreadsheets = SEPARATOR_LINE.matcher(sample);
      var named = spreadsheets.lookingAt();
      bounded = new Bounded(new InputStreamReader(bytes, replacing(charset)));
      parser =
          CSVParser.builder()
              .setReader(bounded)
              .setFormat(
                  CSVFormat.RFC4180
                      .builder()
                      .setDelimiter(named ? spreadsheets.group(1).charAt(0) : delimiter(sample))
                      .setIgnoreEmptyLines(false)
                      .setTrailingData(true)
                      .get())
              .get();
      records = parser.iterator();
      if (named) {
        next();
      }
      var first = next();
      if (first == null) {
        throw new HistoryRefused(Why.EMPTY);
      }
      header = names(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> header() {
    return header;
  }

  /**
   * The next row that is not blank; null at the end.
   *
   * @throws HistoryRefused BROKEN when the rest is no table
   */
  @Nullable Row next() {
    try {
      bounded.begin();
      while (records.hasNext()) {
        var row = new Row(linesBefore + 1, records.next());
        linesBefore = Math.max(linesBefore + 1, (int) parser.getCurrentLineNumber());
        if (!isBlank(row.cells)) {
          return row;
        }
        bounded.begin();
      }
      return null;
    } catch (UncheckedIOException | IllegalStateException e) {
      // A quote that is opened and never closed, or very late: all that follows is inside it.
      throw new HistoryRefused(Why.BROKEN, String.valueOf(linesBefore + 1));
    }
  }

  static boolean isUnreadable(String text) {
    return text.indexOf(UNDECODABLE) >= 0;
  }

  private static boolean isBlank(CSVRecord cells) {
    for (var cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(Row first) {
    var names = new ArrayList<String>();
    for (int i = 0; i < first.width(); i++) {
      names.add(first.cell(i));
    }
    return List.copyOf(names);
  }

  private static java.nio.charset.CharsetDecoder replacing(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(UNDECODABLE));
  }

  /** Leaves the stream after the mark of its encoding. */
  private static Charset charset(BufferedInputStream bytes) throws IOException {
    bytes.mark(4);
    int first = bytes.read();
    int second = bytes.read();
    int third = bytes.read();
    bytes.reset();
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      bytes.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (first == 0xFF && second == 0xFE) {
      bytes.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      bytes.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static String sample(BufferedInputStream bytes, Charset charset) throws IOException {
    bytes.mark(HEADER_SAMPLE);
    var sample = new String(bytes.readNBytes(HEADER_SAMPLE - 1), charset);
    bytes.reset();
    return sample;
  }

  private static char delimiter(String sample) {
    var counts = new int[128];
    boolean quoted = false;
    boolean filled = false;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && filled) {
        break;
      } else if (!quoted && c < counts.length) {
        counts[c]++;
      }
      filled |= c > ' ';
    }
    if (counts[';'] > counts[','] && counts[';'] >= counts['\t']) {
      return ';';
    }
    return counts['\t'] > counts[','] ? '\t' : ',';
  }

  /** Gives one row so much and no more: the parser would gather the rest of a file in memory. */
  private static final class Bounded extends Reader {
    private final Reader file;
    private int taken;

    Bounded(Reader file) {
      this.file = file;
    }

    void begin() {
      taken = 0;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
      int some = file.read(into, from, most);
      taken += Math.max(0, some);
      if (taken > LONGEST_ROW) {
        throw new IOException("a row that does not end");
      }
      return some;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
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
