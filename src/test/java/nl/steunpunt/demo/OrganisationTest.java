package nl.steunpunt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationTest {

  private final Organisation novum = Organisation.novum();

  @Test
  void theSameSeedBringsTheSamePeople() {
    assertThat(Organisation.novum()).isEqualTo(novum);
    assertThat(new Hiring(Organisation.SEED + 1).organisation()).isNotEqualTo(novum);
  }

  @Test
  void isAsLargeAsTold() {
    assertThat(novum.employees()).hasSize(520);
    assertThat(novum.powerUsers())
        .hasSize(20)
        .allMatch(p -> p.sharePercent() >= 10 && p.sharePercent() <= 20);
    assertThat(departments()).hasSize(7);
    assertThat(novum.employees())
        .map(e -> e.location().split("/")[0])
        .containsOnly("Utrecht", "Groningen");
    var english = novum.employees().stream().filter(e -> e.language().equals("en")).count();
    assertThat(english).isBetween(47L, 78L);
  }

  @ParameterizedTest
  @ValueSource(longs = {Organisation.SEED, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void addressesAndNumbersAreUnique(long seed) {
    var employees = new Hiring(seed).organisation().employees();
    assertThat(employees).extracting(Employee::email).doesNotHaveDuplicates();
    assertThat(employees).extracting(Employee::employeeNumber).doesNotHaveDuplicates();
    assertThat(employees)
        .extracting(Employee::email)
        .allMatch(e -> e.matches("[a-z]+\\.[a-z]+\\d?@novum\\.example"));
  }

  @Test
  void everyLineOfManagementEndsAtTheDirector() {
    var managers = new HashMap<String, String>();
    novum
        .employees()
        .forEach(e ->
            managers.put(e.employeeNumber(), Objects.requireNonNullElse(e.managerNumber(), "")));
    assertThat(novum.employees()).filteredOn(e -> e.managerNumber() == null).hasSize(1);
    for (var employee : novum.employees()) {
      var seen = new HashSet<String>();
      for (var at = employee.employeeNumber();
          !at.isEmpty();
          at = Objects.requireNonNull(managers.get(at))) {
        assertThat(seen.add(at)).as("loop at %s", at).isTrue();
      }
    }
    assertThat(
            novum.employees().stream()
                .filter(e -> e.managerNumber() != null)
                .collect(Collectors.groupingBy(Employee::managerNumber))
                .values())
        .allMatch(team -> team.size() <= 20);
  }

  @Test
  void theCastIsWhereItSaysItIs() {
    for (var member : Cast.ALL) {
      var employee = novum.member(member);
      assertThat(employee.email()).isEqualTo(member.email());
      assertThat(employee.location()).isEqualTo(member.location());
      assertThat(employee.roles()).isEqualTo(member.roles());
    }
    assertThat(novum.member(Cast.SANNE).managerNumber()).isEqualTo(Cast.NOOR.employeeNumber());
    assertThat(novum.powerUserOf(novum.member(Cast.SANNE)))
        .map(PowerUser::employee)
        .contains(novum.member(Cast.FATIMA));
    assertThat(novum.powerUserOf(novum.member(Cast.EMMA)))
        .map(PowerUser::employee)
        .contains(novum.member(Cast.LIAM));
    assertThat(novum.powerUserOf(novum.member(Cast.LOTTE))).isEmpty();
  }

  @Test
  void theHolesAreTheTwoThatWereLeftOpen() {
    var powerUsers =
        novum.powerUsers().stream().map(PowerUser::employee).collect(Collectors.toSet());
    var holes =
        novum.employees().stream()
            .filter(e -> !powerUsers.contains(e) && novum.claiming(e).isEmpty())
            .map(Employee::department)
            .collect(Collectors.toSet());
    assertThat(holes).isEqualTo(Set.of("Logistiek/Transport", "Service/Projecten"));
  }

  @Test
  void theConflictIsTheOneThatWasMade() {
    var conflicts =
        novum.employees().stream()
            .filter(e -> novum.claiming(e).size() > 1)
            .map(Employee::department)
            .collect(Collectors.toSet());
    assertThat(conflicts).isEqualTo(Set.of("Verkoop/Orderverwerking"));
  }

  @Test
  void everyRuleAndTopicExists() {
    var topics = Tables.rows("topics.csv").stream().map(t -> t.get("key")).toList();
    for (var powerUser : novum.powerUsers()) {
      assertThat(topics).containsAll(powerUser.topics());
      assertThat(powerUser.departments())
          .allMatch(d -> novum.employees().stream().anyMatch(e -> e.worksIn(d)));
      assertThat(powerUser.locations())
          .allMatch(l -> novum.employees().stream().anyMatch(e -> e.worksIn(l)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nl"})
  void theCastIntroducesItselfInBothLanguages(String language) {
    var root =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var messages =
        ResourceBundle.getBundle("nl.steunpunt.demo.messages", Locale.of(language), root);
    assertThat(messages.keySet())
        .containsAll(Cast.ALL.stream().map(CastMember::introductionKey).toList());
    assertThat(Cast.ALL)
        .extracting(m -> messages.getString(m.introductionKey()))
        .doesNotHaveDuplicates();
  }

  private Set<String> departments() {
    return novum.employees().stream()
        .map(e -> e.department().split("/")[0])
        .collect(Collectors.toSet());
  }
}
