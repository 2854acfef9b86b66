package nl.steunpunt.demo;

import java.util.Locale;
import java.util.Set;

/**
 * A named colleague whom seed, demo sign-in, tests and documentation share.
 *
 * @param team path of the department, as the import writes it
 * @param location path of the place of work, down to the zone
 * @param contractHours per week
 * @param roles as in {@code people.person}; power users get theirs from the network
 */
public record CastMember(
    String employeeNumber,
    String name,
    String function,
    String team,
    String location,
    String language,
    int contractHours,
    Set<String> roles) {

  public String email() {
    return Addresses.of(name);
  }

  /** The message that tells, in one line, who this is: {@code demo.cast.sanne}. */
  public String introductionKey() {
    return "demo.cast." + firstName().toLowerCase(Locale.ROOT);
  }

  public String firstName() {
    return name.substring(0, name.indexOf(' '));
  }
}
