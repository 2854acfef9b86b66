package nl.steunpunt.campaign.awareness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a week, put together until each group is large enough to be shown. A department
 * with too few goes with what is left of the one above it. So the groups have nobody in common and
 * no total overlaps them: there is nothing to subtract.
 */
final class Groups {
  /** The least that is shown, of anything. */
  static final int LEAST = 5;

  /** The organisation itself, above all departments. */
  static final long TOP = 0;

  private Groups() {}

  record Department(long id, @Nullable Long parent) {}

  record Count(int yes, int think, int no) {
    static final Count NONE = new Count(0, 0, 0);

    int all() {
      return yes + think + no;
    }

    Count plus(Count other) {
      return new Count(yes + other.yes, think + other.think, no + other.no);
    }
  }

  /**
   * @param department with what is below it and has no group of its own; {@link #TOP}: the rest of
   *     the organisation
   * @param of the departments whose answers these are
   */
  record Group(long department, Set<Long> of, Count count) {}

  /**
   * @param waiting departments whose answers are too few even together: they wait for another week
   */
  record Split(List<Group> groups, Set<Long> waiting) {}

  private record Pool(Set<Long> of, Count count) {}

  static Split of(List<Department> tree, Map<Long, Count> answers) {
    var below = new HashMap<Long, List<Long>>();
    var known = new HashSet<Long>();
    tree.forEach(one -> known.add(one.id));
    for (var one : tree) {
      var above = one.parent == null || !known.contains(one.parent) ? TOP : one.parent;
      below.computeIfAbsent(above, id -> new ArrayList<>()).add(one.id);
    }
    // Of a department that is gone since.
    for (var gone : answers.keySet()) {
      if (gone != TOP && !known.contains(gone)) {
        below.computeIfAbsent(TOP, id -> new ArrayList<>()).add(gone);
      }
    }
    var groups = new ArrayList<Group>();
    var rest = gather(TOP, below, answers, groups);
    return new Split(List.copyOf(groups), rest.of);
  }

  /** What is left of this department after its groups. */
  private static Pool gather(
      long department, Map<Long, List<Long>> below, Map<Long, Count> answers, List<Group> groups) {
    var of = new HashSet<Long>();
    var count = answers.getOrDefault(department, Count.NONE);
    if (count.all() > 0) {
      of.add(department);
    }
    for (var child : below.getOrDefault(department, List.of())) {
      var left = gather(child, below, answers, groups);
      of.addAll(left.of);
      count = count.plus(left.count);
    }
    if (count.all() < LEAST) {
      return new Pool(of, count);
    }
    groups.add(new Group(department, Set.copyOf(of), count));
    return new Pool(Set.of(), Count.NONE);
  }
}
