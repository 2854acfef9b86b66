package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.steunpunt.helpdesk.history.BadLine.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as tickets, and says of a row that cannot be one why. Only chosen columns are read.
 */
final class HistoryReading {
  private static final Set<String> UNKNOWN = Set.of("", "?", "-", "null", "n/a", "nvt", "n.v.t.");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,7}([.,]\\d{1,3})?");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):(\\d{2})(?::\\d{2})?");
  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

  private final HistoryMapping mapping;
  private final int width;
  private final String withoutNumber;
  private final ZoneId zone;
  private final Instant now;
  private final Consumer<BadLine> report;

  /** The last moment that was read of each column: a log has the same one many times. */
  private final String[] lastText = new String[HistoryColumn.values().length];

  private final @Nullable Instant[] lastMoment = new Instant[HistoryColumn.values().length];

  // Of the row being read.
  private int line;
  private boolean bad;

  /**
   * @param withoutNumber before the line of a row that has none: no row of another file has it
   */
  HistoryReading(
      List<String> headers,
      HistoryMapping mapping,
      String withoutNumber,
      ZoneId zone,
      Instant now,
      Consumer<BadLine> report) {
    this.mapping = mapping;
    this.width = headers.size();
    this.withoutNumber = withoutNumber;
    this.zone = zone;
    this.now = now;
    this.report = report;
  }

  /** Null: it was reported. */
  @Nullable HistoryLine read(CsvRows.Row row) {
    line = row.line();
    bad = false;
    if (isRagged(row)) {
      refuse(null, Reason.RAGGED, "");
    }
    var number = text(row, HistoryColumn.NUMBER);
    var opened = moment(row, HistoryColumn.OPENED);
    var resolved = moment(row, HistoryColumn.RESOLVED);
    var closed = moment(row, HistoryColumn.CLOSED);
    var changed = moment(row, HistoryColumn.CHANGED);
    var category = text(row, HistoryColumn.CATEGORY);
    var topic = text(row, HistoryColumn.TOPIC);
    var place = text(row, HistoryColumn.PLACE);
    var worked = number(row, HistoryColumn.WORKED);
    var passed = number(row, HistoryColumn.PASSED);
    var reopened = number(row, HistoryColumn.REOPENED);
    var ended = resolved == null ? closed : resolved;
    if (opened != null && ended != null && ended.isBefore(opened)) {
      var column = resolved == null ? HistoryColumn.CLOSED : HistoryColumn.RESOLVED;
      refuse(column, Reason.ENDED_BEFORE_OPENED, row.cell(mapping.place(column)));
    }
    if (bad || opened == null) {
      return null;
    }
    var named = number == null ? withoutNumber + line : number;
    return new HistoryLine(
        line, named, opened, ended, changed, category, topic, place, worked, passed, reopened);
  }

  private boolean isRagged(CsvRows.Row row) {
    for (int i = width; i < row.width(); i++) {
      if (!row.cell(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String text(CsvRows.Row row, HistoryColumn column) {
    int place = mapping.place(column);
    var text = place < 0 ? "" : row.cell(place);
    if (isUnknown(text)) {
      if (column.isRequired()) {
        refuse(column, Reason.MISSING, text);
      }
      return null;
    }
    if (text.indexOf(CsvRows.UNDECODABLE) >= 0 || text.indexOf('\0') >= 0) {
      refuse(column, Reason.ENCODING, text.replace('\0', CsvRows.UNDECODABLE));
      return null;
    }
    if (text.length() > HistoryColumn.LONGEST) {
      refuse(column, Reason.TOO_LONG, text);
      return null;
    }
    return text;
  }

  private @Nullable Instant moment(CsvRows.Row row, HistoryColumn column) {
    var text = text(row, column);
    if (text == null) {
      return null;
    }
    int i = column.ordinal();
    if (!text.equals(lastText[i])) {
      lastText[i] = text;
      lastMoment[i] = WrittenMoment.read(text, mapping.order(), zone);
    }
    var moment = lastMoment[i];
    if (moment == null) {
      refuse(column, Reason.NO_MOMENT, text);
    } else if (moment.isAfter(now) || moment.isBefore(EARLIEST)) {
      refuse(column, Reason.ODD_MOMENT, text);
    }
    return moment;
  }

  private @Nullable Integer number(CsvRows.Row row, HistoryColumn column) {
    var text = text(row, column);
    if (text == null) {
      return null;
    }
    int number = minutes(text);
    if (number < 0) {
      refuse(column, Reason.NO_NUMBER, text);
      return null;
    }
    return number;
  }

  /** "35" and "1:35" in minutes; -1: it is neither. */
  static int minutes(String text) {
    if (WHOLE.matcher(text).matches()) {
      return (int) Math.round(Double.parseDouble(text.replace(',', '.')));
    }
    var clock = CLOCK.matcher(text);
    return clock.matches()
        ? Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2))
        : -1;
  }

  static boolean isUnknown(String text) {
    return text.length() <= 6 && UNKNOWN.contains(text.toLowerCase(Locale.ROOT));
  }

  private void refuse(@Nullable HistoryColumn column, Reason reason, String value) {
    bad = true;
    report.accept(new BadLine(line, column, reason, value));
  }
}
