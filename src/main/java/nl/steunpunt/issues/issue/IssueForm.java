package nl.steunpunt.issues.issue;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an issue is to be from now on, as typed.
 *
 * @param status a word of the register
 * @param workaround what helps until it is fixed; empty: nothing
 * @param severity a word of the register; empty: not weighed
 * @param plannedRelease in which the fix comes, as people call it; empty: not planned
 * @param owner who sees to it, an address or a number; empty: nobody yet
 */
public record IssueForm(
    String title,
    String description,
    String status,
    String workaround,
    String severity,
    String plannedRelease,
    String owner) {

  public IssueForm(
      @Nullable String title,
      @Nullable String description,
      @Nullable String status,
      @Nullable String workaround,
      @Nullable String severity,
      @Nullable String plannedRelease,
      @Nullable String owner) {
    this.title = given(title);
    this.description = given(description);
    this.status = given(status);
    this.workaround = given(workaround);
    this.severity = given(severity);
    this.plannedRelease = given(plannedRelease);
    this.owner = given(owner);
  }

  static IssueForm of(IssueScreens.Show issue) {
    var severity = issue.severity();
    var owner = issue.owner();
    return new IssueForm(
        issue.title(),
        issue.description(),
        issue.status().word(),
        issue.workaround(),
        severity == null ? "" : severity.word(),
        issue.plannedRelease(),
        owner == null ? "" : owner.email());
  }

  /** In the order in which they stand on the page. */
  List<Meanwhile.Field> fields() {
    return List.of(
        new Meanwhile.Field("status", "issue.status", status),
        new Meanwhile.Field("severity", "issue.severity", severity),
        new Meanwhile.Field("plannedRelease", "issue.release", plannedRelease),
        new Meanwhile.Field("owner", "issue.owner", owner),
        new Meanwhile.Field("workaround", "issue.workaround", workaround),
        new Meanwhile.Field("title", "issue.title", title),
        new Meanwhile.Field("description", "issue.description", description));
  }

  /**
   * Goes along with the form that is made of this: what is typed can then be held against what
   * stood there, without sending each text twice.
   */
  public String marks() {
    return fields().stream()
        .map(Meanwhile.Field::mark)
        .collect(Collectors.joining(Meanwhile.BETWEEN));
  }

  /** A browser sends the ends of lines as it likes. */
  static boolean isSame(String one, String other) {
    return lines(one).equals(lines(other));
  }

  static String lines(String text) {
    return text.strip().replace("\r\n", "\n").replace('\r', '\n');
  }

  static String mark(String text) {
    return Integer.toHexString(lines(text).hashCode());
  }

  private static String given(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
