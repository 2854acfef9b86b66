package nl.steunpunt.helpdesk.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions that may be told together.
 *
 * @param key by what they are named; null: the rest
 */
record Group<K>(@Nullable K key, Cell cell, List<Asked> all) {

  static <K> Group<K> of(@Nullable K key, List<Asked> all) {
    return new Group<>(key, Cell.of(all), all);
  }

  /** Without a name, and with these. */
  static <K> Group<K> rest(Collection<Group<K>> groups) {
    return of(null, groups.stream().flatMap(group -> group.all.stream()).toList());
  }

  /** The smallest first. */
  static <K> Comparator<Group<K>> bySize() {
    return Comparator.comparingLong((Group<K> group) -> group.cell.counts().all())
        .thenComparing(group -> String.valueOf(group.key));
  }

  /**
   * Those of five askers by name, the largest first, and all others together.
   *
   * @param of null: it has no name
   */
  static <K> List<Group<K>> shown(Collection<Asked> rows, Function<Asked, @Nullable K> of) {
    var byKey =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    one -> Optional.ofNullable(of.apply(one)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var groups = new ArrayList<Group<K>>();
    byKey.forEach((key, those) -> groups.add(of(key.orElse(null), those)));
    return shown(groups);
  }

  /** While what has no name is too small to be told, the smallest that has one joins it. */
  static <K> List<Group<K>> shown(Collection<Group<K>> groups) {
    var named = new ArrayList<Group<K>>();
    var others = new ArrayList<Group<K>>();
    for (var group : groups) {
      (group.key != null && group.cell.isEnough() ? named : others).add(group);
    }
    named.sort(Group.<K>bySize().reversed());
    var rest = rest(others);
    while (!rest.cell.isNobody() && !rest.cell.isEnough() && !named.isEmpty()) {
      rest = rest(List.of(rest, named.removeLast()));
    }
    if (!rest.cell.isNobody()) {
      named.add(rest);
    }
    return named;
  }
}
