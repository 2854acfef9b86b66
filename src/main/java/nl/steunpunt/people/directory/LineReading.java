package nl.steunpunt.people.directory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.steunpunt.people.directory.table.Cell;
import nl.steunpunt.people.directory.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads rows as persons, and says of each cell that cannot be one why. */
final class LineReading {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@<>(),;:\"\\[\\]\\\\]+@[^\\s@<>(),;:\"\\[\\]\\\\.]+(\\.[^\\s@<>(),;:\"\\[\\]\\\\.]+)+");
  private static final Pattern SPACES = Pattern.compile("[\\p{Cntrl}\\s\\u0080-\\u00A0]+");
  private static final Pattern REGION = Pattern.compile("[-_][a-z]{2}$");
  private static final Pattern HOURS = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);

  /** 2026-12-31, also with a time behind it; 31-12-2026, 31/12/2026, 31.12.2026. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})([T ][\\d:.Z+]*)?"
              + "|(?<firstday>\\d{1,2})[-/.](?<lastmonth>\\d{1,2})[-/.](?<lastyear>\\d{4})");

  private static final Pattern SPREADSHEET_DAY = Pattern.compile("\\d{1,7}(\\.\\d+)?");

  /** What lies outside is no day that anybody planned. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2200;

  private static final int DEEPEST_DEPARTMENT = 10;

  /** Site, building, floor, zone. */
  private static final int DEEPEST_LOCATION = 4;

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "nl",
          "nl",
          "nederlands",
          "nl",
          "dutch",
          "nl",
          "nld",
          "nl",
          "en",
          "en",
          "engels",
          "en",
          "english",
          "en",
          "eng",
          "en");
  private static final Set<String> YES =
      Set.of("", "true", "1", "yes", "y", "ja", "j", "waar", "x", "active", "actief", "in dienst");
  private static final Set<String> NO =
      Set.of("false", "0", "no", "n", "nee", "onwaar", "inactive", "inactief", "uit dienst");

  private final EnumMap<Column, List<Integer>> places;
  private final int width;
  private final Consumer<BadRow> report;

  // Of the row being read.
  private int line;
  private boolean bad;

  LineReading(List<String> headers, ColumnMapping mapping, Consumer<BadRow> report) {
    this.places = mapping.places(headers);
    this.width = headers.size();
    this.report = report;
  }

  PersonLine read(TableRow row) {
    line = row.line();
    bad = false;
    if (row.cells().stream().skip(width).anyMatch(cell -> !cell.isEmpty())) {
      refuse(null, Reason.RAGGED, row.cells().getLast().text());
    }
    var number = text(row, Column.EMPLOYEE_NUMBER);
    var email = address(text(row, Column.EMAIL));
    var name = text(row, Column.NAME);
    var function = text(row, Column.FUNCTION);
    var department = path(row, Column.DEPARTMENT, DEEPEST_DEPARTMENT);
    var location = path(row, Column.LOCATION, DEEPEST_LOCATION);
    var manager = reference(text(row, Column.MANAGER_NUMBER));
    var language = language(text(row, Column.LANGUAGE));
    var phone = text(row, Column.PHONE);
    var hours = hours(text(row, Column.CONTRACT_HOURS));
    var lastDay = lastDay(row);
    var active = active(text(row, Column.ACTIVE));
    return new PersonLine(
        line,
        number,
        email,
        name,
        function,
        department,
        location,
        manager,
        language,
        phone,
        hours,
        lastDay,
        active,
        bad);
  }

  /** The text of a column, from one cell or from several; null when there is none to use. */
  private @Nullable String text(TableRow row, Column column) {
    var cells = places.getOrDefault(column, List.of());
    var whole = "";
    for (int place : cells) {
      var cell = row.cell(place);
      if (cell.fault() != null) {
        return refuse(column, reason(cell), cell.text());
      }
      var text = tidy(cell.text());
      whole = whole.isEmpty() || text.isEmpty() ? whole + text : whole + column.joint() + text;
    }
    return fitting(column, whole);
  }

  /** Line breaks, hard and double spaces are one space. Most texts have none, and are millions. */
  private static String tidy(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= '\u007F' && c <= '\u00A0' || c == ' ' && text.charAt(i - 1) == ' ') {
        return SPACES.matcher(text).replaceAll(" ").strip();
      }
    }
    return text;
  }

  private @Nullable String fitting(Column column, String text) {
    if (text.isEmpty()) {
      return column.isRequired() ? refuse(column, Reason.MISSING, "") : null;
    }
    return text.length() > column.longest ? refuse(column, Reason.TOO_LONG, text) : text;
  }

  private @Nullable String address(@Nullable String text) {
    if (text == null || ADDRESS.matcher(text).matches()) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
    return refuse(Column.EMAIL, Reason.BAD_ADDRESS, text);
  }

  /** A manager is meant by number, or by address where there are no numbers. */
  private static @Nullable String reference(@Nullable String text) {
    return text != null && text.contains("@") ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** "Finance / Crediteuren/" is "Finance/Crediteuren". */
  private @Nullable String path(TableRow row, Column column, int deepest) {
    var text = text(row, column);
    if (text == null) {
      return null;
    }
    var steps =
        Stream.of(text.split("/")).map(String::strip).filter(step -> !step.isEmpty()).toList();
    if (steps.size() > deepest) {
      return refuse(column, Reason.TOO_DEEP, text);
    }
    return fitting(column, String.join("/", steps));
  }

  private @Nullable String language(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var word = REGION.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
    var language = LANGUAGES.get(word);
    return language == null ? refuse(Column.LANGUAGE, Reason.BAD_LANGUAGE, text) : language;
  }

  private @Nullable BigDecimal hours(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (HOURS.matcher(text).matches()) {
      var hours = new BigDecimal(text.replace(',', '.'));
      if (hours.compareTo(HOURS_OF_A_WEEK) <= 0) {
        return hours;
      }
    }
    refuse(Column.CONTRACT_HOURS, Reason.BAD_NUMBER, text);
    return null;
  }

  /** As a date of the spreadsheet's own, or as it is written in Dutch or in any system. */
  private @Nullable LocalDate lastDay(TableRow row) {
    var places = this.places.getOrDefault(Column.LAST_DAY, List.of());
    if (places.isEmpty()) {
      return null;
    }
    var cell = row.cell(places.getFirst());
    var text = cell.fault() == Cell.Fault.DATE ? cell.text() : text(row, Column.LAST_DAY);
    if (text == null) {
      return null;
    }
    var day = cell.fault() == Cell.Fault.DATE ? spreadsheetDay(text) : writtenDay(text);
    if (day == null) {
      refuse(Column.LAST_DAY, Reason.BAD_DAY, text);
      return null;
    }
    // "31-12-9999" and "1-1-1900" are how systems write that there is none.
    return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
  }

  /** Days since the last of 1899, as spreadsheets count; of a time of day the day. */
  private static @Nullable LocalDate spreadsheetDay(String text) {
    return SPREADSHEET_DAY.matcher(text).matches()
        ? LocalDate.of(1899, 12, 30).plusDays(new BigDecimal(text).longValue())
        : null;
  }

  private static @Nullable LocalDate writtenDay(String text) {
    var parts = DAY.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    try {
      return parts.group("year") == null
          ? day(parts.group("lastyear"), parts.group("lastmonth"), parts.group("firstday"))
          : day(parts.group("year"), parts.group("month"), parts.group("day"));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  /** An empty cell is someone who works here. */
  private boolean active(@Nullable String text) {
    var word = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      refuse(Column.ACTIVE, Reason.BAD_ACTIVE, word);
    }
    return !NO.contains(word);
  }

  private @Nullable String refuse(@Nullable Column column, Reason reason, String value) {
    bad = true;
    report.accept(new BadRow(line, column, reason, value));
    return null;
  }

  private static Reason reason(Cell cell) {
    return switch (cell.fault()) {
      case ENCODING -> Reason.ENCODING;
      case DATE -> Reason.DATE;
      case ERROR -> Reason.CELL_ERROR;
      case null -> throw new IllegalArgumentException("no fault in " + cell);
    };
  }
}
