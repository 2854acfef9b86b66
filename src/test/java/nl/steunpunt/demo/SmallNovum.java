package nl.steunpunt.demo;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The part of Novum that tests live in, through the same doors as the demo: the cast, the power
 * users, whom they report to, and from each team that a test may speak of a few more.
 */
@Component
public class SmallNovum {

  private static final List<String> TEAMS =
      List.of(
          "Finance/Crediteuren",
          "Finance/Debiteuren",
          "Inkoop/Inkoop Noord",
          "Verkoop/Orderverwerking",
          "Logistiek/Transport",
          "Service/Monteurs Noord");
  private static final int OF_EACH_TEAM = 3;

  private final PeopleSeeding people;
  private final NetworkSeeding network;
  private final Clock clock;

  SmallNovum(PeopleSeeding people, NetworkSeeding network, Clock clock) {
    this.people = people;
    this.network = network;
    this.clock = clock;
  }

  public Organisation seed() {
    var small = part(Organisation.novum());
    people.seed(small.employees());
    network.seed(small.powerUsers(), clock.instant());
    return small;
  }

  static Organisation part(Organisation novum) {
    var byNumber =
        novum.employees().stream().collect(Collectors.toMap(Employee::employeeNumber, e -> e));
    var chosen =
        Stream.of(
                Cast.ALL.stream().map(novum::member),
                novum.powerUsers().stream().map(PowerUser::employee),
                TEAMS.stream()
                    .flatMap(team ->
                        novum.employees().stream()
                            .filter(e -> e.worksIn(team))
                            .skip(4)
                            .limit(OF_EACH_TEAM)))
            .flatMap(s -> s)
            .collect(Collectors.toSet());
    var numbers = new HashSet<String>();
    for (var employee : chosen) {
      for (var at = employee; numbers.add(at.employeeNumber()) && at.managerNumber() != null; ) {
        at = byNumber.getOrDefault(at.managerNumber(), at);
      }
    }
    var employees =
        novum.employees().stream().filter(e -> numbers.contains(e.employeeNumber())).toList();
    return new Organisation(
        employees, novum.powerUsers().stream().map(p -> within(employees, p)).toList());
  }

  /** Without the rules for departments that have nobody here: they do not exist here. */
  private static PowerUser within(List<Employee> employees, PowerUser powerUser) {
    return new PowerUser(
        powerUser.employee(),
        powerUser.sharePercent(),
        powerUser.agreed(),
        powerUser.weeks(),
        powerUser.busyPercent(),
        powerUser.departments().stream()
            .filter(d -> employees.stream().anyMatch(e -> e.worksIn(d)))
            .toList(),
        powerUser.locations(),
        powerUser.topics());
  }
}
