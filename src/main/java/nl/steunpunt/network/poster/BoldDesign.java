package nl.steunpunt.network.poster;

import static nl.steunpunt.network.poster.PosterContent.INK;
import static nl.steunpunt.network.poster.PosterContent.QUIET;

import java.util.List;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.print.Face;
import nl.steunpunt.platform.print.Sheet;
import nl.steunpunt.platform.print.Sheet.Align;
import nl.steunpunt.platform.print.Sheet.Role;
import nl.steunpunt.platform.print.Sheet.Room;
import nl.steunpunt.platform.print.Sheet.Words;

/** The organisation's colour from edge to edge, and words that are read across the floor. */
final class BoldDesign implements Design {
  /** As wide as that, a face stands beside the words; else above them. */
  static final double BESIDE = 100;

  @Override
  public void high(Sheet sheet, PosterContent it) {
    var s = sheet.width() / 210;
    var beyond = sheet.bleed();
    var panel = 188 * s;
    sheet.fill(it.accent(), -beyond, -beyond, sheet.width() + 2 * beyond, panel + 2 * beyond);
    sheet.fill(
        Colour.WHITE, -beyond, panel, sheet.width() + 2 * beyond, sheet.height() - panel + beyond);

    var headline =
        Room.at(16 * s, 18 * s, 178 * s, (it.headline().size() > 1 ? 92 : 120) * s)
            .leading(1.0)
            .gap(0.12);
    var end =
        sheet.fitted(
            Role.TITLE, Face.HEAVY, it.in(Colour.WHITE, it.headline()), headline, 58 * s, 14 * s);
    var support =
        Room.at(
                17 * s,
                end + 6 * s,
                (it.support().size() > 1 ? 172 : 150) * s,
                panel - end - 20 * s)
            .leading(1.35)
            .gap(0.35);
    var words = it.in(Colour.WHITE, it.support());
    var size = sheet.fit(Face.REGULAR, words, support, 8.8 * s, 3 * s);
    // Low, so that the large words have room around them.
    var y0 = panel - 14 * s - sheet.height(Face.REGULAR, words, support, size);
    sheet.write(Role.TEXT, Face.REGULAR, words, support.from(y0), size);

    var side = 72 * s;
    var top = panel + 14 * s;
    sheet.code(it.code(), it.codeSays(), 16 * s, top, side);
    it.address(
        sheet, INK, Room.at(16 * s, top + side + 3.5 * s, 110 * s, 14 * s), 5.4 * s, 3.4 * s);

    var x = 106 * s;
    var y = top - 2 * s;
    if (it.name() == null) {
      y = scan(sheet, it, Face.HEAVY, Room.at(x, y, 88 * s, 44 * s).leading(1.12), 11.5 * s);
      place(sheet, it, x, y + 4 * s, 88 * s, s);
    } else {
      y = person(sheet, it, x, y + 2 * s, 88 * s, 30 * s, s);
      y = place(sheet, it, x, y + 3 * s, 88 * s, s);
      scan(sheet, it, Face.REGULAR, Room.at(x, y + 1 * s, 88 * s, 14 * s), 5 * s);
    }
    it.signature(sheet, INK, 130 * s, sheet.height() - 25 * s, 64 * s, 12 * s, Align.RIGHT);
  }

  private static double scan(Sheet sheet, PosterContent it, Face face, Room room, double most) {
    return sheet.fitted(Role.TEXT, face, it.in(INK, it.scan()), room.gap(0.25), most, most / 3);
  }

  private static double place(
      Sheet sheet, PosterContent it, double x, double y, double width, double s) {
    var end =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), it.accent())),
            Room.at(x, y, width, 16 * s).leading(1.2),
            7.4 * s,
            3 * s);
    if (it.above().isEmpty()) {
      return end;
    }
    return sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        List.of(Words.of(it.above(), QUIET)),
        Room.at(x, end, width, 10 * s).leading(1.3),
        5.2 * s,
        2.4 * s);
  }

  private static double person(
      Sheet sheet, PosterContent it, double x, double y, double width, double side, double s) {
    var text = x;
    if (it.photo() != null) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), x, y, side);
      text = x + side + 5 * s;
    }
    var name =
        sheet.fitted(
            Role.TEXT,
            Face.HEAVY,
            List.of(Words.of(String.valueOf(it.name()), INK)),
            Room.at(text, y + 3 * s, x + width - text, side - 10 * s).leading(1.1),
            8.4 * s,
            3 * s);
    var end =
        sheet.fitted(
            Role.TEXT,
            Face.REGULAR,
            it.in(QUIET, it.role()),
            Room.at(text, name + 0.5 * s, x + width - text, 8 * s),
            4.8 * s,
            2.4 * s);
    return it.photo() == null ? end : y + side;
  }

  @Override
  public void wide(Sheet sheet, PosterContent it) {
    var s = sheet.height() / 105;
    var beyond = sheet.bleed();
    var side = Math.min(0.5 * sheet.height(), 0.33 * sheet.width());
    var panel = side + 2 * Sheet.quiet(it.code(), side) + 4 * s;
    var left = sheet.width() - panel;
    sheet.fill(
        it.accent(), -beyond, -beyond, sheet.width() + 2 * beyond, sheet.height() + 2 * beyond);
    sheet.fill(Colour.WHITE, left, -beyond, panel + beyond, sheet.height() + 2 * beyond);
    words(sheet, it, 9 * s, left - 18 * s, s);
    var x = left + (panel - side) / 2;
    var y = 12 * s;
    sheet.code(it.code(), it.codeSays(), x, y, side);
    it.address(
        sheet,
        INK,
        Room.at(left + 4 * s, y + side + 4 * s, panel - 8 * s, 12 * s).centred(),
        4.4 * s,
        3.9 * s);
    it.signature(
        sheet, INK, left + 6 * s, sheet.height() - 20 * s, panel - 12 * s, 11 * s, Align.CENTRE);
  }

  private static void words(Sheet sheet, PosterContent it, double x, double width, double s) {
    var foot = sheet.height() - 26 * s;
    var top = 11 * s;
    var text = x;
    if (it.photo() != null && width > BESIDE * s) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), x, top + 3 * s, 36 * s);
      text += 42 * s;
    } else if (it.photo() != null) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), x, top, 26 * s);
      top += 29 * s;
    }
    var column = x + width - text;
    var room = (foot - top) * 0.62;
    var end =
        sheet.fitted(
            Role.TITLE,
            Face.HEAVY,
            it.in(Colour.WHITE, it.headline()),
            Room.at(text, top, column, room).leading(1.02).gap(0.12),
            27 * s,
            5 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(Colour.WHITE, it.support()),
        Room.at(text, end + 2 * s, column, foot - end - 3 * s).leading(1.3).gap(0.2),
        6.4 * s,
        3 * s);
    var spot =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), Colour.WHITE)),
            Room.at(x, foot + 3 * s, width, 8 * s).leading(1.2),
            5.6 * s,
            3.2 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(Colour.WHITE, it.scan()),
        Room.at(x, spot + 0.5 * s, width, 9 * s).leading(1.25),
        4.2 * s,
        2.6 * s);
  }
}
