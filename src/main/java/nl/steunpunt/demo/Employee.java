package nl.steunpunt.demo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone on the payroll, with the fields of the directory import.
 *
 * @param department path, like {@code Finance/Crediteuren}
 * @param location path, like {@code Utrecht/Gebouw B/3/B3.14}
 * @param managerNumber the manager's employee number; only the director has none
 * @param contractHours per week
 */
public record Employee(
    String employeeNumber,
    String email,
    String name,
    String function,
    String department,
    String location,
    @Nullable String managerNumber,
    String language,
    String phone,
    int contractHours,
    Set<String> roles) {

  /** Whether the path of a department or place holds this person, itself or above. */
  boolean worksIn(String path) {
    return within(department, path) || within(location, path);
  }

  /** The department under the director: {@code Finance}. */
  String topDepartment() {
    return department.split("/", 2)[0];
  }

  private static boolean within(String path, String above) {
    return path.equals(above) || path.startsWith(above + "/");
  }
}
