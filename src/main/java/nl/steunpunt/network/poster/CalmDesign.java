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

/**
 * White, black, and one bar of the organisation's colour. Also for a printer that has no colour.
 */
final class CalmDesign implements Design {
  private static final Colour LINE = new Colour(0xc9, 0xd0, 0xd4);

  @Override
  public void high(Sheet sheet, PosterContent it) {
    var s = sheet.width() / 210;
    var margin = 18 * s;
    var width = sheet.width() - 2 * margin;
    it.signature(sheet, INK, margin, 18 * s, 80 * s, 17 * s, Align.LEFT);
    sheet.fill(it.accent(), margin, 54 * s, 30 * s, 3.6 * s);
    var end =
        sheet.fitted(
            Role.TITLE,
            Face.HEAVY,
            it.in(INK, it.headline()),
            Room.at(margin, 64 * s, width, 84 * s).leading(1.02).gap(0.1),
            45 * s,
            12 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(QUIET, it.support()),
        Room.at(margin + 0.6 * s, end + 5 * s, 150 * s, 182 * s - end).leading(1.4).gap(0.35),
        7.8 * s,
        3 * s);

    var line = 196 * s;
    sheet.fill(LINE, margin, line, width, 0.3 * s);
    var side = 70 * s;
    var x = sheet.width() - margin - side;
    var top = line + 10 * s;
    sheet.code(it.code(), it.codeSays(), x, top, side);
    it.address(
        sheet,
        INK,
        new Room(x - 26 * s, top + side + 4 * s, side + 26 * s, 14 * s, 1.3, 0, Align.RIGHT),
        5.2 * s,
        3.4 * s);

    var column = x - margin - 10 * s;
    var y = top - 1.5 * s;
    if (it.photo() != null) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), margin, top, 26 * s);
      y = top + 29 * s;
    }
    if (it.name() != null) {
      y =
          sheet.fitted(
              Role.TEXT,
              Face.HEAVY,
              List.of(Words.of(it.name(), INK)),
              Room.at(margin, y, column, 16 * s).leading(1.12),
              7.6 * s,
              3 * s);
      y =
          sheet.fitted(
                  Role.TEXT,
                  Face.REGULAR,
                  it.in(QUIET, it.role()),
                  Room.at(margin, y, column, 7 * s),
                  4.6 * s,
                  2.4 * s)
              + 3 * s;
    } else {
      y =
          sheet.fitted(
                  Role.TEXT,
                  Face.HEAVY,
                  it.in(INK, it.scan()),
                  Room.at(margin, y, column, 38 * s).leading(1.15).gap(0.3),
                  10.5 * s,
                  3 * s)
              + 6 * s;
    }
    y =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), it.accent())),
            Room.at(margin, y, column, 14 * s).leading(1.2),
            7.2 * s,
            3 * s);
    if (!it.above().isEmpty()) {
      y =
          sheet.fitted(
              Role.TEXT,
              Face.REGULAR,
              List.of(Words.of(it.above(), QUIET)),
              Room.at(margin, y, column, 10 * s).leading(1.3),
              5.2 * s,
              2.4 * s);
    }
    if (it.name() != null) {
      sheet.fitted(
          Role.TEXT,
          Face.REGULAR,
          it.in(INK, it.scan()),
          Room.at(margin, y + 2 * s, column, 12 * s).leading(1.3),
          4.6 * s,
          2.4 * s);
    }
  }

  @Override
  public void wide(Sheet sheet, PosterContent it) {
    var s = sheet.height() / 105;
    var beyond = sheet.bleed();
    var side = Math.min(0.52 * sheet.height(), 0.33 * sheet.width());
    var quiet = Sheet.quiet(it.code(), side);
    var right = sheet.width() - 11 * s;
    var x = right - side;
    sheet.fill(it.accent(), -beyond, -beyond, 5 * s + beyond, sheet.height() + 2 * beyond);
    var margin = 14 * s;
    var width = x - quiet - margin - 3 * s;
    it.signature(sheet, INK, margin, 10 * s, width * 0.8, 11 * s, Align.LEFT);
    var top = 28 * s;
    var text = margin;
    if (it.photo() != null && width > BoldDesign.BESIDE * s) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), margin, top + 2 * s, 36 * s);
      text += 42 * s;
    } else if (it.photo() != null) {
      sheet.portrait(it.photo(), String.valueOf(it.name()), margin, top - 2 * s, 24 * s);
      top += 25 * s;
    }
    var words = margin + width - text;
    var foot = sheet.height() - 25 * s;
    var end =
        sheet.fitted(
            Role.TITLE,
            Face.HEAVY,
            it.in(INK, it.headline()),
            Room.at(text, top, words, (foot - top) * 0.56).leading(1.04).gap(0.1),
            22 * s,
            5 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(QUIET, it.support()),
        Room.at(text, end + 1.5 * s, words, foot - end - 2 * s).leading(1.3).gap(0.2),
        6 * s,
        3 * s);
    var spot =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), it.accent())),
            Room.at(margin, foot + 2 * s, width, 8 * s).leading(1.2),
            5.6 * s,
            3.2 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(QUIET, it.scan()),
        Room.at(margin, spot + 0.5 * s, width, 9 * s).leading(1.25),
        4.2 * s,
        2.6 * s);
    var y = 14 * s;
    sheet.code(it.code(), it.codeSays(), x, y, side);
    it.address(
        sheet,
        INK,
        new Room(x - quiet, y + side + 3.5 * s, side + quiet, 14 * s, 1.3, 0, Align.RIGHT),
        4.6 * s,
        3.9 * s);
  }
}
