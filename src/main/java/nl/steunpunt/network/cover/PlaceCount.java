package nl.steunpunt.network.cover;

import org.jspecify.annotations.Nullable;

/**
 * What was counted in a department or location itself, without what lies below it.
 *
 * @param id 0: people without a place of work
 */
public record PlaceCount(
    long id,
    @Nullable Long parentId,
    String name,
    int users,
    int hole,
    int alone,
    int powerUsers,
    double load) {
  Sums own() {
    return new Sums(users, hole, alone, powerUsers, load);
  }
}
