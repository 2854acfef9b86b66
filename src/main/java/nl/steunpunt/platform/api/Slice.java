package nl.steunpunt.platform.api;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next give this as {@code after} to get what follows; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {
  public static final int USUAL = 50;
  public static final int MOST = 200;

  /** What does not go on. */
  public static <T> Slice<T> whole(List<T> items) {
    return new Slice<>(items, null);
  }

  /**
   * @param found one more than was asked for, when there is more
   */
  public static <T> Slice<T> of(List<T> found, int limit, ToLongFunction<T> number) {
    if (found.size() <= limit) {
      return whole(found);
    }
    var items = found.subList(0, limit);
    return new Slice<>(items, Long.toString(number.applyAsLong(items.getLast())));
  }

  /** How many to give: a wish beyond {@value #MOST} is {@value #MOST}. */
  public static int limit(@Nullable Integer wished) {
    if (wished == null) {
      return USUAL;
    }
    if (wished < 1) {
      throw Invalid.parameter("limit", "api.limit.wrong", MOST);
    }
    return Math.min(wished, MOST);
  }

  /** The number after which to go on; null at the beginning. */
  public static @Nullable Long after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    if (!cursor.matches("\\d{1,18}")) {
      throw Invalid.parameter("after", "api.after.wrong");
    }
    return Long.valueOf(cursor);
  }
}
