package nl.steunpunt.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.people.directory.table.TableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReadingTest {

  private final List<BadRow> bad = new ArrayList<>();

  private PersonLine read(String header, String row) {
    try (var table = TableFile.open((header + "\n" + row + "\n").getBytes(UTF_8))) {
      var reading = new LineReading(table.header(), ColumnGuess.of(table.header()), bad::add);
      var next = table.next();
      return reading.read(
          next == null ? new nl.steunpunt.people.directory.table.TableRow(0, List.of()) : next);
    }
  }

  private PersonLine read(String row) {
    return read(
        "employee_number;email;name;function;department;location;manager_number;language;phone;contract_hours;active",
        row);
  }

  @Test
  void readsEveryColumn() {
    assertThat(
            read(
                "007; Jan@Voorbeeld.NL;Jan  de\u00A0Boer;Boekhouder;Finance / Crediteuren/;Utrecht/Gebouw B/3/B3.14;001;nl-NL;+31 30 1;36,5;ja"))
        .isEqualTo(
            new PersonLine(
                2,
                "007",
                "jan@voorbeeld.nl",
                "Jan de Boer",
                "Boekhouder",
                "Finance/Crediteuren",
                "Utrecht/Gebouw B/3/B3.14",
                "001",
                "nl",
                "+31 30 1",
                new BigDecimal("36.5"),
                null,
                true,
                false));
    assertThat(bad).isEmpty();
  }

  @Test
  void takesWhatIsNotRequiredAsAbsent() {
    assertThat(read("email,name,department", "a@b.nl,Jan,HR"))
        .isEqualTo(
            new PersonLine(
                2, null, "a@b.nl", "Jan", null, "HR", null, null, null, null, null, null, true,
                false));
  }

  @Test
  void joinsPartsInTheOrderOfTheFile() {
    var line =
        read(
            "Voornaam;Tussenvoegsel;Achternaam;E-mail;Afdeling;Vestiging;Gebouw;Etage",
            "Jan;;Boer;j@b.nl;HR;Utrecht;B;3");
    assertThat(line.name()).isEqualTo("Jan Boer");
    assertThat(line.location()).isEqualTo("Utrecht/B/3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;;Jan;;HR;;;;;;|email|missing",
        "1;jan.nl;Jan;;HR;;;;;;|email|bad_address",
        "1;jan@@b.nl;Jan;;HR;;;;;;|email|bad_address",
        "1;jan@nl;Jan;;HR;;;;;;|email|bad_address",
        "1;a@b.nl,c@d.nl;Jan;;HR;;;;;;|email|bad_address",
        "1;a@b.nl; ;;HR;;;;;;|name|missing",
        "1;a@b.nl;Jan;;/;;;;;;|department|missing",
        "1;a@b.nl;Jan;;HR;a/b/c/d/e;;;;;|location|too_deep",
        "1;a@b.nl;Jan;;HR;;;fr;;;|language|bad_language",
        "1;a@b.nl;Jan;;HR;;;;;veertig;|contract_hours|bad_number",
        "1;a@b.nl;Jan;;HR;;;;;169;|contract_hours|bad_number",
        "1;a@b.nl;Jan;;HR;;;;;;misschien|active|bad_active",
        "1;a@b.nl;J�n;;HR;;;;;;|name|encoding",
        "12345678901234567890123456789012345678901;a@b.nl;Jan;;HR;;;;;;|employee_number|too_long",
        "1;a@b.nl;Jan;;HR;;;;;;ja;extra||ragged",
      })
  void saysOfABadCellWhereItIsAndWhy(String row, String column, String reason) {
    assertThat(read(row).bad()).isTrue();
    assertThat(bad).hasSize(1);
    var only = bad.getFirst();
    assertThat(only.line()).isEqualTo(2);
    assertThat(only.column() == null ? null : only.column().key()).isEqualTo(column);
    assertThat(only.reason().key()).isEqualTo(reason);
  }

  @Test
  void keepsWhoIsMeantByABadRow() {
    var line = read("7;jan@b.nl;Jan;;HR;;;fr;;;");
    assertThat(line.employeeNumber()).isEqualTo("7");
    assertThat(line.email()).isEqualTo("jan@b.nl");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, 2026-12-31",
    "31-12-2026, 2026-12-31",
    "1/2/2027, 2027-02-01",
    "01.02.2027, 2027-02-01",
    "2027-02-28T00:00:00, 2027-02-28",
    "31-12-9999,",
    "01-01-1900,",
    "'',",
  })
  void readsALastDayAsItIsWritten(String written, @Nullable LocalDate day) {
    var line = read("E-mail;Naam;Afdeling;Uit dienst per", "a@b.nl;Jan;HR;" + written);
    assertThat(line.lastDay()).isEqualTo(day);
    assertThat(line.bad()).isFalse();
    assertThat(line.active()).as("who leaves still works here").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31-02-2027", "binnenkort", "2027", "45678", "12-31-2026"})
  void refusesWhatIsNoLastDay(String written) {
    var line = read("E-mail;Naam;Afdeling;Uit dienst per", "a@b.nl;Jan;HR;" + written);
    assertThat(line.bad()).isTrue();
    assertThat(bad.getFirst().column()).isEqualTo(Column.LAST_DAY);
    assertThat(bad.getFirst().reason()).isEqualTo(Reason.BAD_DAY);
  }

  @Test
  void readsWhoLeft() {
    assertThat(read("1;a@b.nl;Jan;;HR;;;;;;Nee").active()).isFalse();
    assertThat(read("1;a@b.nl;Jan;;HR;;;;;;FALSE").active()).isFalse();
    assertThat(read("1;a@b.nl;Jan;;HR;;;;;;").active()).isTrue();
  }
}
