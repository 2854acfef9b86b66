package nl.steunpunt.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the power user import takes, and what this person knows well.
 *
 * @param sharePercent of working time
 * @param agreed how far the agreement is, in words that {@code demo/README.md} tells
 * @param weeks the mandate's period, from the day Nova went live; null: the usual year
 * @param busyPercent of the agreed hours that the role takes beside the story's questions
 * @param departments paths served, with all that lies below
 * @param locations paths served, with all that lies below
 * @param topics keys of topics
 */
public record PowerUser(
    Employee employee,
    int sharePercent,
    String agreed,
    @Nullable Integer weeks,
    int busyPercent,
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
