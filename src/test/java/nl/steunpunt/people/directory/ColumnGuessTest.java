package nl.steunpunt.people.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {

  private static Map<String, Column> guess(String... headers) {
    return ColumnGuess.of(List.of(headers)).byHeader();
  }

  @Test
  void knowsTheDocumentedHeaders() {
    var headers = List.of(Column.values()).stream().map(Column::key).toArray(String[]::new);
    assertThat(guess(headers)).hasSize(headers.length).containsValues(Column.values());
  }

  @Test
  void knowsDutchHeadersInAnySpelling() {
    assertThat(
            guess(
                "Personeelsnr.",
                "E-mailadres",
                "NAAM",
                "Afdeling",
                "Leidinggevende",
                "Kostenplaats"))
        .isEqualTo(
            Map.of(
                "Personeelsnr.", Column.EMPLOYEE_NUMBER,
                "E-mailadres", Column.EMAIL,
                "NAAM", Column.NAME,
                "Afdeling", Column.DEPARTMENT,
                "Leidinggevende", Column.MANAGER_NUMBER));
  }

  @Test
  void makesOneValueOfPartsWhenThereIsNoWhole() {
    assertThat(guess("Voornaam", "Tussenvoegsel", "Achternaam", "Gebouw", "Verdieping"))
        .containsEntry("Tussenvoegsel", Column.NAME)
        .containsEntry("Verdieping", Column.LOCATION);
    assertThat(guess("Voornaam", "Naam")).isEqualTo(Map.of("Naam", Column.NAME));
  }

  @Test
  void prefersTheLikelierOfTwoHeaders() {
    assertThat(guess("Status", "Actief", "Leidinggevende", "Managernummer"))
        .isEqualTo(Map.of("Actief", Column.ACTIVE, "Managernummer", Column.MANAGER_NUMBER));
  }

  @Test
  void doesNotChooseBetweenTwoHeadersOfTheSameName() {
    var mapping = ColumnGuess.of(List.of("email", "email (2)", "name", "department"));
    assertThat(mapping.doubled()).containsExactly(Column.EMAIL);
    assertThat(mapping.missing()).isEmpty();
  }

  @Test
  void saysWhichRequiredColumnsAreMissing() {
    assertThat(ColumnGuess.of(List.of("naam", "telefoon")).missing())
        .containsExactly(Column.EMAIL, Column.DEPARTMENT);
  }
}
