package nl.steunpunt.issues.issue;

import java.util.ArrayList;
import java.util.List;

/**
 * An issue that somebody else changed while it was being changed: what both wrote, field by field.
 *
 * @param number by which the change was sent; another one than the issue's: it went into that one
 * @param same what both have alike
 * @param differ what is to be chosen
 */
public record Meanwhile(
    IssueScreens.Show issue, long number, List<Field> same, List<Difference> differ) {
  static final String BETWEEN = "-";

  /**
   * @param name of the field of the form
   * @param label its text on the page
   */
  public record Field(String name, String label, String value) {
    String mark() {
      return IssueForm.mark(value);
    }
  }

  /**
   * @param theirs as it stands now
   * @param typed whether who sends it changed it themselves; else it is as it stood on their page
   * @param changed whether it stands otherwise than on that page
   */
  public record Difference(
      String name, String label, String theirs, String mine, boolean typed, boolean changed) {
    public String theirsKey() {
      return changed ? "issue.meanwhile.theirs" : "issue.meanwhile.stands";
    }

    public String mineKey() {
      return typed ? "issue.meanwhile.mine" : "issue.meanwhile.before";
    }
  }

  /**
   * @param marks of what the form was made of; empty: not known, and all of it counts as typed
   */
  static Meanwhile of(IssueScreens.Show now, long number, IssueForm mine, String marks) {
    var before = List.of(marks.split(BETWEEN, -1));
    var theirs = IssueForm.of(now).fields();
    var sent = mine.fields();
    var known = before.size() == sent.size();
    var same = new ArrayList<Field>();
    var differ = new ArrayList<Difference>();
    for (var n = 0; n < sent.size(); n++) {
      var there = theirs.get(n);
      var here = sent.get(n);
      if (IssueForm.isSame(there.value(), here.value())) {
        same.add(there);
        continue;
      }
      differ.add(
          new Difference(
              there.name(),
              there.label(),
              there.value(),
              here.value(),
              !known || !here.mark().equals(before.get(n)),
              !known || !there.mark().equals(before.get(n))));
    }
    return new Meanwhile(now, number, same, differ);
  }

  /** How who sees to it is called; an address that is nobody's here stays as it is. */
  public String named(String owner) {
    return issue.owners().stream()
        .filter(one -> one.email().equalsIgnoreCase(owner.strip()))
        .map(IssueScreens.Named::name)
        .findFirst()
        .orElse(owner);
  }

  /** Of what the form is made now. */
  public String marks() {
    return IssueForm.of(issue).marks();
  }
}
