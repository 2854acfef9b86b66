package nl.steunpunt.support.board;

import org.jspecify.annotations.Nullable;

/**
 * A department or location as stored, with what happened there itself, not below it.
 *
 * @param people who work there itself
 */
record Place(long id, @Nullable Long parentId, String name, int people, @Nullable Counts counts) {

  Counts own() {
    return counts == null ? Counts.NONE : counts;
  }
}
