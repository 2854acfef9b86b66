package nl.steunpunt.network.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.network.mandate.LastDay;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.time.OrganisationClock;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as a file for the personnel system. */
@Component
class RegisterExport {
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "name",
          "department",
          "system",
          "share",
          "hours",
          "since",
          "agreed_on",
          "agreed_by",
          "until",
          "ended_on",
          "to_record",
          "recorded_on",
          "recorded_by");

  private final Messages messages;

  RegisterExport(Messages messages) {
    this.messages = messages;
  }

  /** UTF-8 with a mark in front, without which a spreadsheet shows é as Ã©. */
  byte[] csv(List<RoleHolder> holders, Locale language) {
    var text = new StringBuilder("\uFEFF");
    try (var table =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(header(language))
            .get()
            .print(text)) {
      for (var holder : holders) {
        table.printRecord(
            Arrays.stream(row(holder, language))
                .map(value -> harmless(written(value, language)))
                .toArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] xlsx(List<RoleHolder> holders, Locale language) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Steunpunt", null)) {
      var sheet = workbook.newWorksheet(messages.text(language, "register.title"));
      var header = header(language);
      for (var column = 0; column < header.length; column++) {
        sheet.value(0, column, header[column]);
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      for (var line = 0; line < holders.size(); line++) {
        var row = row(holders.get(line), language);
        for (var column = 0; column < row.length; column++) {
          switch (row[column]) {
            case LocalDate day -> {
              sheet.value(line + 1, column, day);
              sheet.style(line + 1, column).format("yyyy-mm-dd").set();
            }
            case Number number -> sheet.value(line + 1, column, number);
            case String words -> sheet.value(line + 1, column, words);
            case null, default -> {}
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String[] header(Locale language) {
    return COLUMNS.stream()
        .map(column -> messages.text(language, "register.column." + column))
        .toArray(String[]::new);
  }

  private @Nullable Object[] row(RoleHolder one, Locale language) {
    return Stream.<@Nullable Object>of(
            one.employeeNumber(),
            one.name(),
            one.department(),
            one.systemName(),
            one.share(),
            one.hours(),
            day(one.startedAt()),
            day(one.agreedAt()),
            one.agreedBy(),
            one.endsOn(),
            one.endedAt() == null ? null : LastDay.of(one.endedAt()),
            one.recordDue() == null
                ? null
                : messages.text(
                    language, "register.due." + one.recordDue().name().toLowerCase(Locale.ROOT)),
            day(one.recordedAt()),
            one.recordedBy())
        .toArray();
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, OrganisationClock.ZONE);
  }

  /** A Dutch spreadsheet reads 5.4 as the fifth of April. */
  private static @Nullable Object written(@Nullable Object value, Locale language) {
    return value instanceof BigDecimal hours
        ? NumberFormat.getNumberInstance(language).format(hours)
        : value;
  }

  /** A spreadsheet runs a cell that begins so as a formula, and names come from a directory. */
  private static @Nullable Object harmless(@Nullable Object value) {
    return value instanceof String text && text.matches("(?s)[=+\\-@\\t\\r].*")
        ? "'" + text
        : value;
  }
}
