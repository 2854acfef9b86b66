package nl.steunpunt.network.cover;

/** A rectangle, from the left and from the top. */
public record Box(double x, double y, double width, double height) {
  double area() {
    return width * height;
  }

  /** With less of it on each side; nothing of it is left where there was less. */
  Box inset(double top, double others) {
    return new Box(
        x + others, y + top, Math.max(0, width - 2 * others), Math.max(0, height - top - others));
  }
}
