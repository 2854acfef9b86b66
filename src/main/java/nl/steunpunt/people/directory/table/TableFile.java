package nl.steunpunt.people.directory.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** The rows of a file in order, one at a time; the first that is not blank names the columns. */
public abstract sealed class TableFile implements AutoCloseable permits CsvFile, XlsxFile {

  private @Nullable List<String> header;

  /** Reads CSV or XLSX, whichever the first bytes say; the file's name is not believed. */
  public static TableFile open(byte[] content) {
    if (content.length >= 8 && ReadableWorkbook.isOLE2Header(content)) {
      throw new UnreadableTable(0, null); // the spreadsheets of before 2007
    }
    try {
      return XlsxFile.recognises(content) ? new XlsxFile(content) : new CsvFile(content);
    } catch (IOException e) {
      throw new UnreadableTable(0, e);
    }
  }

  /** The column names; none when the file is empty. */
  public List<String> header() {
    if (header == null) {
      var first = nextFilled();
      header = first == null ? List.of() : names(first);
    }
    return header;
  }

  /** The next row that is not blank, or null at the end. */
  public @Nullable TableRow next() {
    header();
    return nextFilled();
  }

  /** How much of the file was read, from 0 to 1. */
  public abstract double consumed();

  abstract @Nullable TableRow read() throws IOException;

  @Override
  public abstract void close();

  private @Nullable TableRow nextFilled() {
    try {
      var row = read();
      while (row != null && row.isBlank()) {
        row = read();
      }
      return row;
    } catch (IOException e) {
      throw new UnreadableTable(0, e);
    }
  }

  /** A name that occurs twice gets a number, so that each column can be chosen. */
  private static List<String> names(TableRow row) {
    var names = new ArrayList<String>();
    for (var cell : row.cells()) {
      var name = cell.text().strip();
      var unique = name;
      for (int n = 2; !name.isEmpty() && names.contains(unique); n++) {
        unique = name + " (" + n + ")";
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }
}
