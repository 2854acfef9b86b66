package nl.steunpunt.network.cover;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into smaller ones of given sizes that are as square as can be: Bruls, Huizing
 * and Van Wijk, "Squarified Treemaps" (2000).
 */
final class TreeMap {
  private TreeMap() {}

  /**
   * @param sizes each more than 0, the largest first
   * @return one box for each size, in that order, its area in proportion; together they are the
   *     whole
   */
  static List<Box> of(List<Double> sizes, Box whole) {
    var boxes = new ArrayList<Box>();
    var left = whole;
    var sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
    for (var from = 0; from < sizes.size(); ) {
      var scale = left.area() / sum;
      var side = Math.min(left.width(), left.height());
      var until = from + 1;
      while (until < sizes.size()
          && worst(sizes.subList(from, until + 1), scale, side)
              <= worst(sizes.subList(from, until), scale, side)) {
        until++;
      }
      var row = sizes.subList(from, until);
      var rowSum = row.stream().mapToDouble(Double::doubleValue).sum();
      // The last row takes what is left: nothing is lost in rounding.
      var share = until == sizes.size() ? 1 : rowSum / sum;
      left = fill(row, rowSum, share, left, boxes);
      sum -= rowSum;
      from = until;
    }
    return boxes;
  }

  /** How far from square the worst of a row is; 1 is square. */
  private static double worst(List<Double> row, double scale, double side) {
    var sum = 0.0;
    var largest = 0.0;
    var smallest = Double.MAX_VALUE;
    for (double size : row) {
      var area = size * scale;
      sum += area;
      largest = Math.max(largest, area);
      smallest = Math.min(smallest, area);
    }
    return Math.max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));
  }

  /** Lays a row along the shorter side, and answers what is left beside it. */
  private static Box fill(
      List<Double> row, double rowSum, double share, Box left, List<Box> boxes) {
    var upright = left.width() >= left.height();
    var thick = share * (upright ? left.width() : left.height());
    var length = upright ? left.height() : left.width();
    var at = 0.0;
    for (double size : row) {
      var along = length * size / rowSum;
      boxes.add(
          upright
              ? new Box(left.x(), left.y() + at, thick, along)
              : new Box(left.x() + at, left.y(), along, thick));
      at += along;
    }
    return upright
        ? new Box(left.x() + thick, left.y(), left.width() - thick, left.height())
        : new Box(left.x(), left.y() + thick, left.width(), left.height() - thick);
  }
}
