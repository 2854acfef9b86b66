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

/** Somebody speaks: a balloon in the organisation's colour, on a breath of the same. */
final class RoundDesign implements Design {
  private static final double BREATH = 0.88;

  private static Colour ground(PosterContent it) {
    return it.accent().mix(Colour.WHITE, BREATH);
  }

  @Override
  public void high(Sheet sheet, PosterContent it) {
    var s = sheet.width() / 210;
    var beyond = sheet.bleed();
    sheet.fill(
        ground(it), -beyond, -beyond, sheet.width() + 2 * beyond, sheet.height() + 2 * beyond);
    var bottom = 150 * s;
    sheet.rounded(it.accent(), 12 * s, 12 * s, 186 * s, bottom - 12 * s, 24 * s);
    sheet.polygon(
        it.accent(), 40 * s, bottom - 1 * s, 84 * s, bottom - 1 * s, 44 * s, bottom + 26 * s);
    var end =
        sheet.fitted(
            Role.TITLE,
            Face.HEAVY,
            it.in(Colour.WHITE, it.headline()),
            Room.at(28 * s, 24 * s, 156 * s, (it.headline().size() > 1 ? 74 : 92) * s)
                .leading(1.02)
                .gap(0.1),
            50 * s,
            11 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(Colour.WHITE, it.support()),
        Room.at(28.6 * s, end + 4 * s, 152 * s, bottom - end - 14 * s).leading(1.35).gap(0.3),
        8 * s,
        3 * s);

    var card = 186 * s;
    sheet.rounded(Colour.WHITE, 12 * s, card, 186 * s, 99 * s, 18 * s);
    var side = 64 * s;
    var x = 28 * s;
    var top = card + 14 * s;
    sheet.code(it.code(), it.codeSays(), x, top, side);
    it.address(sheet, INK, Room.at(x, top + side + 3.5 * s, 100 * s, 12 * s), 5 * s, 3.4 * s);

    var column = x + side + 14 * s;
    var width = 198 * s - 14 * s - column;
    var y = top - 2 * s;
    if (it.photo() != null) {
      // Where the balloon points to, and over the edge of the card: here somebody sits.
      var face = 44 * s;
      sheet.circle(Colour.WHITE, 198 * s - 20 * s - face / 2, card - 4 * s, face / 2 + 2 * s);
      sheet.portrait(
          it.photo(),
          String.valueOf(it.name()),
          198 * s - 20 * s - face,
          card - 4 * s - face / 2,
          face);
      y = top + 8 * s;
    }
    if (it.name() != null) {
      y =
          sheet.fitted(
              Role.TEXT,
              Face.HEAVY,
              List.of(Words.of(it.name(), INK)),
              Room.at(column, y, width, 20 * s).leading(1.1),
              8 * s,
              3 * s);
      y =
          sheet.fitted(
                  Role.TEXT,
                  Face.REGULAR,
                  it.in(QUIET, it.role()),
                  Room.at(column, y, width, 7 * s),
                  4.6 * s,
                  2.4 * s)
              + 3 * s;
    }
    y =
        sheet.fitted(
                Role.TEXT,
                it.name() == null ? Face.HEAVY : Face.REGULAR,
                it.in(INK, it.scan()),
                Room.at(column, y, width, (it.name() == null ? 36 : 14) * s)
                    .leading(1.18)
                    .gap(0.25),
                (it.name() == null ? 10 : 4.8) * s,
                2.6 * s)
            + 3 * s;
    y =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), it.accent())),
            Room.at(column, y, width, 14 * s).leading(1.2),
            7 * s,
            3 * s);
    if (!it.above().isEmpty()) {
      sheet.fitted(
          Role.TEXT,
          Face.REGULAR,
          List.of(Words.of(it.above(), QUIET)),
          Room.at(column, y, width, 9 * s).leading(1.3),
          5 * s,
          2.4 * s);
    }
    it.signature(sheet, INK, 134 * s, 267 * s, 50 * s, 11 * s, Align.RIGHT);
  }

  @Override
  public void wide(Sheet sheet, PosterContent it) {
    var s = sheet.height() / 105;
    var beyond = sheet.bleed();
    sheet.fill(
        ground(it), -beyond, -beyond, sheet.width() + 2 * beyond, sheet.height() + 2 * beyond);
    var side = Math.min(0.48 * sheet.height(), 0.31 * sheet.width());
    var quiet = Sheet.quiet(it.code(), side);
    var card = side + 2 * quiet + 5.2 * s;
    var x = sheet.width() - card - 6 * s;
    sheet.rounded(Colour.WHITE, x, 6 * s, card, sheet.height() - 12 * s, 8 * s);
    sheet.code(it.code(), it.codeSays(), x + (card - side) / 2, 6 * s + quiet + 2.6 * s, side);
    it.address(
        sheet,
        INK,
        Room.at(x + 3 * s, 7 * s + side + 2 * quiet, card - 6 * s, 12 * s).centred(),
        4.2 * s,
        3.7 * s);
    it.signature(
        sheet, INK, x + 6 * s, sheet.height() - 21 * s, card - 12 * s, 11 * s, Align.CENTRE);

    var left = 7 * s;
    var width = x - 5 * s - left;
    var bottom = sheet.height() - 34 * s;
    sheet.rounded(it.accent(), left, 6 * s, width, bottom - 6 * s, 10 * s);
    sheet.polygon(
        it.accent(),
        left + 14 * s,
        bottom - 0.5 * s,
        left + 30 * s,
        bottom - 0.5 * s,
        left + 16 * s,
        bottom + 9 * s);
    var pad = 9 * s;
    var inside = width - 2 * pad;
    var top = 10 * s;
    var high = bottom - top - 4 * s;
    var headline = it.in(Colour.WHITE, it.headline());
    var large = Room.at(left + pad, top, inside, high * 0.62).leading(1.04).gap(0.1);
    var largeSize = sheet.fit(Face.HEAVY, headline, large, 28 * s, 5 * s);
    var largeHeight = sheet.height(Face.HEAVY, headline, large, largeSize);
    var support = it.in(Colour.WHITE, it.support());
    var small = Room.at(left + pad, top, inside, high - largeHeight - 2 * s).leading(1.3).gap(0.2);
    var smallSize = sheet.fit(Face.REGULAR, support, small, 7 * s, 2.8 * s);
    var free = high - largeHeight - 2 * s - sheet.height(Face.REGULAR, support, small, smallSize);
    var end = sheet.write(Role.TITLE, Face.HEAVY, headline, large.from(top + free / 2), largeSize);
    sheet.write(Role.TEXT, Face.REGULAR, support, small.from(end + 2 * s), smallSize);
    var text = left + 34 * s;
    if (it.photo() != null) {
      sheet.circle(Colour.WHITE, left + 16 * s, bottom + 20 * s, 12.5 * s);
      sheet.portrait(
          it.photo(), String.valueOf(it.name()), left + 4.5 * s, bottom + 8.5 * s, 23 * s);
    }
    var spot =
        sheet.fitted(
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(it.spot(), it.accent())),
            Room.at(text, bottom + 6 * s, left + width - text, 9 * s).leading(1.2),
            5.8 * s,
            3.2 * s);
    sheet.fitted(
        Role.TEXT,
        Face.REGULAR,
        it.in(INK, it.scan()),
        Room.at(text, spot + 0.5 * s, left + width - text, 16 * s).leading(1.25),
        4.4 * s,
        2.6 * s);
  }
}
