package nl.steunpunt.support.board;

import org.jspecify.annotations.Nullable;

/**
 * A line of the board: a place with all that lies below it.
 *
 * @param parent the row it folds into; null at the top
 * @param level 0 at the top
 * @param hasRows whether rows fold into this one
 * @param elsewhere whether what lies below it has a page of its own: too much for this one
 */
public record PlaceRow(
    long id,
    @Nullable Long parent,
    String name,
    int level,
    int people,
    boolean hasRows,
    boolean elsewhere,
    Counts counts) {

  PlaceRow at(int level, boolean lowest) {
    return new PlaceRow(
        id,
        level == 0 ? null : parent,
        name,
        level,
        people,
        hasRows && !lowest,
        hasRows && lowest,
        counts);
  }
}
