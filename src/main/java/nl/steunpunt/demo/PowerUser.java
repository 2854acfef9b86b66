package nl.steunpunt.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the power user import takes, and what this person knows well.
 *
 * @param sharePercent of working time
 * @param agreed the line manager said yes; until then the mandate is provisional
 * @param departments paths served, with all that lies below
 * @param locations paths served, with all that lies below
 * @param topics keys of topics
 */
public record PowerUser(
    Employee employee,
    int sharePercent,
    boolean agreed,
    List<String> departments,
    List<String> locations,
    List<String> topics) {

  /** The depth of the narrowest rule that holds this person; 0 when none does. */
  int closenessTo(Employee person) {
    return Stream.concat(departments.stream(), locations.stream())
        .filter(person::worksIn)
        .mapToInt(path -> path.split("/", -1).length)
        .max()
        .orElse(0);
  }
}
