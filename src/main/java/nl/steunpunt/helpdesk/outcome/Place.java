package nl.steunpunt.helpdesk.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where people asked, as far as it is told: a department at a location, or either of them. Both are
 * sums of these, so that a location less the department that sits in it is one or more of them, and
 * never one person.
 */
record Place(@Nullable String department, @Nullable String location) {

  /** All of it, each part of five askers or more. */
  static List<Group<Place>> shown(Collection<Asked> rows) {
    var groups = new ArrayList<Group<Place>>();
    var left = rows;
    left = name(groups, left, one -> both(one.department(), one.location()));
    left = name(groups, left, one -> either(one.department(), null));
    left = name(groups, left, one -> either(null, one.location()));
    groups.add(Group.of(null, List.copyOf(left)));
    return Group.shown(groups);
  }

  /**
   * @param as null: it has no such place
   * @return what is too little to be told so
   */
  private static Collection<Asked> name(
      Collection<Group<Place>> groups,
      Collection<Asked> rows,
      Function<Asked, @Nullable Place> as) {
    var byPlace = new LinkedHashMap<Place, List<Asked>>();
    var left = new ArrayList<Asked>();
    for (var one : rows) {
      var place = as.apply(one);
      (place == null ? left : byPlace.computeIfAbsent(place, _ -> new ArrayList<>())).add(one);
    }
    byPlace.forEach((place, those) -> {
      var group = Group.of(place, those);
      if (group.cell().isEnough()) {
        groups.add(group);
      } else {
        left.addAll(those);
      }
    });
    return left;
  }

  private static @Nullable Place both(@Nullable String department, @Nullable String location) {
    return department == null || location == null ? null : new Place(department, location);
  }

  private static @Nullable Place either(@Nullable String department, @Nullable String location) {
    return department == null && location == null ? null : new Place(department, location);
  }
}
