package nl.steunpunt.people.directory.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, as a person sees it: values, not formulas, and numbers as typed.
 */
final class XlsxFile extends TableFile {

  /** What a spreadsheet shows of a number: 15 digits. The file has the binary noise after them. */
  private static final MathContext AS_SHOWN = new MathContext(15);

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private int line;

  static boolean recognises(byte[] content) {
    return content.length > 4 && ReadableWorkbook.isOOXMLZipHeader(content);
  }

  XlsxFile(byte[] content) throws IOException {
    ZipBomb.refuse(content);
    try {
      workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
      stream = workbook.getFirstSheet().openStream();
    } catch (RuntimeException e) {
      throw new UnreadableTable(0, e);
    }
    rows = stream.iterator();
  }

  @Override
  @Nullable TableRow read() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      var row = rows.next();
      line = row.getRowNum();
      var cells = new ArrayList<Cell>(row.getCellCount());
      for (int column = 0; column < row.getCellCount(); column++) {
        cells.add(cell(row.getCell(column)));
      }
      return new TableRow(line, cells);
    } catch (ExcelReaderException e) {
      throw new UnreadableTable(line + 1, e);
    }
  }

  private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
    if (cell == null) {
      return Cell.EMPTY;
    }
    return switch (cell.getType()) {
      case EMPTY -> Cell.EMPTY;
      case ERROR -> new Cell(raw(cell), Cell.Fault.ERROR);
      case BOOLEAN -> Cell.of(cell.asBoolean() ? "true" : "false");
      case NUMBER -> number(cell, cell.asNumber());
      case STRING -> Cell.of(raw(cell).strip());
      case FORMULA -> formula(cell);
    };
  }

  /** A formula counts for its last outcome, which the file holds. */
  private static Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
    var outcome = cell.getValue();
    if (outcome instanceof BigDecimal number) {
      return number(cell, number);
    }
    var text = outcome == null ? raw(cell) : outcome.toString();
    return text.startsWith("#") ? new Cell(text, Cell.Fault.ERROR) : Cell.of(text.strip());
  }

  private static Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
    var format = cell.getDataFormatString();
    var text = number.round(AS_SHOWN).stripTrailingZeros().toPlainString();
    if (format == null) {
      return Cell.of(text);
    }
    if (isDate(format)) {
      return new Cell(text, Cell.Fault.DATE);
    }
    // "00000" shows 123 as 00123, and 00123 is the employee's number.
    return format.matches("0+") && text.length() < format.length()
        ? Cell.of("0".repeat(format.length() - text.length()) + text)
        : Cell.of(text);
  }

  private static boolean isDate(String format) {
    var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return !bare.equalsIgnoreCase("general") && bare.matches("(?is).*[dy].*|.*m.*m.*");
  }

  private static String raw(org.dhatim.fastexcel.reader.Cell cell) {
    var value = cell.getValue();
    var raw = value == null ? cell.getRawValue() : value.toString();
    return raw == null ? "" : raw;
  }

  /** Unknown: a workbook does not say how many rows follow. */
  @Override
  public double consumed() {
    return line / (line + 20_000.0);
  }

  @Override
  public void close() {
    stream.close();
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
