package nl.steunpunt.campaign.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.steunpunt.campaign.awareness.Groups.Count;
import nl.steunpunt.campaign.awareness.Groups.Department;

/** However people answer, what is shown tells of no group smaller than five. */
class GroupsProperties {
  /** Small enough to try whatever can be added and subtracted. */
  private static final int MOST_GROUPS = 6;

  record Week(List<Department> tree, Map<Long, Count> answers) {}

  @Provide
  Arbitrary<Week> weeks() {
    return Arbitraries.integers().between(1, 9).flatMap(GroupsProperties::week);
  }

  private static Arbitrary<Week> week(int departments) {
    var above = Arbitraries.integers().between(0, departments - 1).list().ofSize(departments);
    var few = Arbitraries.integers().between(0, 4);
    var count = Combinators.combine(few, few, few).as(Count::new).list().ofSize(departments + 2);
    return Combinators.combine(above, count)
        .as((parents, counts) -> {
          var tree = new ArrayList<Department>();
          var answers = new HashMap<Long, Count>();
          for (var n = 0; n < departments; n++) {
            var parent = n == 0 ? 0 : parents.get(n) % (n + 1);
            tree.add(new Department(n + 1L, parent == 0 ? null : (long) parent));
            answers.put(n + 1L, counts.get(n));
          }
          // who has no department, or one that is gone since
          answers.put(Groups.TOP, counts.get(departments));
          answers.put(99L, counts.get(departments + 1));
          return new Week(tree, answers);
        });
  }

  @Property
  void everyGroupIsLargeEnoughAndEveryAnswerIsInOneOrWaits(@ForAll("weeks") Week week) {
    var split = Groups.of(week.tree, week.answers);
    var seen = new HashSet<Long>();
    for (var group : split.groups()) {
      assertThat(group.count().all()).isGreaterThanOrEqualTo(Groups.LEAST);
      assertThat(group.count()).isEqualTo(sum(group.of(), week.answers));
      for (var department : group.of()) {
        assertThat(seen.add(department)).as("in two groups").isTrue();
      }
    }
    assertThat(seen).noneMatch(split.waiting()::contains);
    seen.addAll(split.waiting());
    week.answers.forEach(
        (department, count) -> assertThat(count.all() == 0 || seen.contains(department)).isTrue());
    assertThat(sum(split.waiting(), week.answers).all()).isLessThan(Groups.LEAST);
  }

  /**
   * Adds and subtracts what is shown in every way, totals of a department with all below it among
   * them: what comes out as the answers of some departments is never of one to four.
   */
  @Property(tries = 300)
  void nothingSmallerComesOutBySubtracting(@ForAll("weeks") Week week) {
    var shown = Groups.of(week.tree, week.answers).groups();
    if (shown.size() > MOST_GROUPS) {
      return;
    }
    var known = new HashSet<Set<Long>>();
    shown.forEach(group -> known.add(group.of()));
    for (var one : week.tree) {
      var total = new HashSet<Long>();
      shown.stream()
          .filter(group -> isBelow(group.department(), one.id(), week.tree))
          .forEach(group -> total.addAll(group.of()));
      if (!total.isEmpty()) {
        known.add(total);
      }
    }
    for (var more = true; more; ) {
      var found = new HashSet<Set<Long>>();
      for (var a : known) {
        for (var b : known) {
          if (a.containsAll(b)) {
            var less = new HashSet<>(a);
            less.removeAll(b);
            found.add(less);
          }
          if (a.stream().noneMatch(b::contains)) {
            var both = new HashSet<>(a);
            both.addAll(b);
            found.add(both);
          }
        }
      }
      more = known.addAll(found);
    }
    for (var derived : known) {
      assertThat(sum(derived, week.answers).all())
          .matches(all -> all == 0 || all >= Groups.LEAST, "none, or five");
    }
  }

  /**
   * A week later others answer, and those who waited with them: the two weeks have nobody in
   * common.
   */
  @Property
  void noTwoWeeksShowTheSameAnswer(@ForAll("weeks") Week first, @ForAll("weeks") Week second) {
    var before = Groups.of(first.tree, first.answers);
    var later = new HashMap<>(second.answers);
    before
        .waiting()
        .forEach(department ->
            later.merge(
                department, first.answers.getOrDefault(department, Count.NONE), Count::plus));
    var after = Groups.of(second.tree, later);
    var shown = before.groups().stream().mapToInt(group -> group.count().all()).sum();
    var shownLater = after.groups().stream().mapToInt(group -> group.count().all()).sum();
    var waits = sum(after.waiting(), later).all();
    assertThat(shown + shownLater + waits)
        .isEqualTo(
            sum(first.answers.keySet(), first.answers).all()
                + sum(second.answers.keySet(), second.answers).all());
  }

  private static boolean isBelow(long department, long above, List<Department> tree) {
    for (var at = department; at != Groups.TOP; ) {
      if (at == above) {
        return true;
      }
      var here = at;
      var parent =
          tree.stream().filter(one -> one.id() == here).findFirst().map(Department::parent);
      at = parent.isEmpty() ? Groups.TOP : parent.get();
    }
    return false;
  }

  private static Count sum(Set<Long> departments, Map<Long, Count> answers) {
    return departments.stream()
        .map(one -> answers.getOrDefault(one, Count.NONE))
        .reduce(Count.NONE, Count::plus);
  }
}
