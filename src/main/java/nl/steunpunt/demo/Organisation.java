package nl.steunpunt.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Novum, a technical wholesaler with field service, in Utrecht and Groningen. The same seed gives
 * the same people in every release with the same resource files.
 */
public record Organisation(List<Employee> employees, List<PowerUser> powerUsers) {

  public static final long SEED = 20_250;

  public static Organisation novum() {
    return new Hiring(SEED).organisation();
  }

  public Employee named(String name) {
    return employees.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No " + name + " at Novum"));
  }

  public Employee member(CastMember member) {
    return named(member.name());
  }

  /** Whose rule for this person is narrowest: nobody is a hole, several are a conflict. */
  public List<PowerUser> claiming(Employee person) {
    var others = powerUsers.stream().filter(p -> !p.employee().equals(person)).toList();
    var closest = others.stream().mapToInt(p -> p.closenessTo(person)).max().orElse(0);
    return closest == 0
        ? List.of()
        : others.stream().filter(p -> p.closenessTo(person) == closest).toList();
  }

  /** The first of those claiming a person, as the network takes it when two claim the same. */
  public Optional<PowerUser> powerUserOf(Employee person) {
    return claiming(person).stream().findFirst();
  }

  /** For who has none, as routing does: by the way to the desk in common, then by topic. */
  PowerUser nearest(Employee person, String topic) {
    return powerUsers.stream()
        .max(
            Comparator.<PowerUser>comparingInt(p -> inCommon(p.employee(), person))
                .thenComparing(p -> p.topics().contains(topic)))
        .orElseThrow();
  }

  private static int inCommon(Employee one, Employee other) {
    var mine = one.location().split("/", -1);
    var theirs = other.location().split("/", -1);
    var same = Arrays.mismatch(mine, theirs);
    return same < 0 ? mine.length : same;
  }
}
