package nl.steunpunt.network.poster;

import java.util.List;
import nl.steunpunt.network.poster.PosterContent.Line;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.print.Face;
import nl.steunpunt.platform.print.Sheet;
import nl.steunpunt.platform.print.Sheet.Role;
import nl.steunpunt.platform.print.Sheet.Room;
import nl.steunpunt.platform.print.SheetPrinting.Drawing;
import nl.steunpunt.platform.print.SheetSize;

/** One piece, as its format asks. */
final class PosterDrawing {
  /** Of a folded sign: both faces, the foot between them, and a strip to glue. */
  private static final SheetSize FACE = new SheetSize(210, 105);

  private static final double FOOT = 2 * FACE.height();
  private static final double STRIP = FOOT + 75;
  private static final Colour FOLD = new Colour(0x9a, 0xa4, 0xaa);

  private PosterDrawing() {}

  static Drawing of(PosterFormat format, PosterDesign look, PosterContent it, List<Line> how) {
    var design = look.design();
    return switch (format) {
      case A3, A4, A5 -> sheet -> design.high(sheet, it);
      case DOOR, BADGE -> sheet -> design.wide(sheet, it);
      case DESK -> sheet -> folded(sheet, design, it, how);
    };
  }

  private static void folded(Sheet sheet, Design design, PosterContent it, List<Line> how) {
    sheet.part(0, 0, FACE, true, back -> design.wide(back, it));
    sheet.part(0, FACE.height(), FACE, false, front -> design.wide(front, it));
    for (var y : new double[] {FACE.height(), FOOT, STRIP}) {
      sheet.dashed(FOLD, 0, y, sheet.width(), y);
    }
    sheet.write(
        Role.TEXT,
        Face.REGULAR,
        it.in(FOLD.mix(Colour.BLACK, 0.45), how),
        Room.at(20, FOOT + 30, 170, 30).centred(),
        3.6);
  }
}
