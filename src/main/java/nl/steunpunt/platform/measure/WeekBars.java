package nl.steunpunt.platform.measure;

import java.time.LocalDate;
import java.util.List;

/** Whole weeks side by side, each a stack of parts; what it shows stands in a table too. */
public record WeekBars(List<Bar> bars) {
  /** In units of the drawing: as wide as high, whatever the page makes of it. */
  public static final int HEIGHT = 100;

  private static final int STEP = 10;

  /**
   * @param kind a word for its colours, the same for the whole stack
   */
  public record Bar(LocalDate week, String kind, List<Long> parts) {
    long total() {
      return parts.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** One rectangle. */
  public record Piece(double x, double y, double width, double height, String kind, int part) {}

  public int width() {
    return Math.max(1, bars.size()) * STEP;
  }

  public long most() {
    return Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
  }

  public List<Piece> pieces() {
    var pieces = new java.util.ArrayList<Piece>();
    double unit = (double) HEIGHT / most();
    for (int i = 0; i < bars.size(); i++) {
      var bar = bars.get(i);
      double foot = HEIGHT;
      for (int part = 0; part < bar.parts.size(); part++) {
        double height = bar.parts.get(part) * unit;
        foot -= height;
        pieces.add(new Piece(i * STEP + 1.0, foot, STEP - 2.0, height, bar.kind, part));
      }
    }
    return pieces;
  }

  public LocalDate first() {
    return bars.getFirst().week;
  }

  public LocalDate last() {
    return bars.getLast().week;
  }
}
