package nl.steunpunt.network.poster;

import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.print.Face;
import nl.steunpunt.platform.print.QrCode;
import nl.steunpunt.platform.print.Sheet;
import nl.steunpunt.platform.print.Sheet.Align;
import nl.steunpunt.platform.print.Sheet.Role;
import nl.steunpunt.platform.print.Sheet.Room;
import nl.steunpunt.platform.print.Sheet.Words;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a piece.
 *
 * @param spot the place or department that it is for; {@code above} says where that is
 * @param name of the power user who agreed to stand on it
 * @param photo a square JPEG, if they agreed to that too
 * @param address where the code leads, as somebody would type it
 * @param codeSays what the code is, to who cannot see it
 * @param accent readable on white, and white on it
 */
record PosterContent(
    List<Line> headline,
    List<Line> support,
    List<Line> scan,
    String spot,
    String above,
    @Nullable String name,
    List<Line> role,
    byte @Nullable [] photo,
    String address,
    QrCode code,
    String codeSays,
    String organisation,
    byte @Nullable [] logo,
    Colour accent) {

  static final Colour INK = new Colour(0x16, 0x1c, 0x20);
  static final Colour QUIET = new Colour(0x4a, 0x55, 0x5b);

  /**
   * @param language null: as somebody typed it
   */
  record Line(String text, @Nullable Locale language) {}

  List<Words> in(Colour colour, List<Line> lines) {
    return lines.stream().map(line -> new Words(line.text, line.language, colour)).toList();
  }

  /** The logo, or the name in its place. */
  void signature(
      Sheet sheet, Colour ink, double x, double y, double width, double height, Align align) {
    if (logo != null) {
      sheet.image(logo, organisation, x, y, width, height, align);
      return;
    }
    sheet.fitted(
        Role.TEXT,
        Face.BOLD,
        List.of(Words.of(organisation, ink)),
        new Room(x, y, width, height, 1.2, 0, align),
        height * 0.5,
        height * 0.2);
  }

  /**
   * In one line if it can be read there, else the server on one and the rest on the next.
   *
   * @param small the size below which two lines are better
   */
  double address(Sheet sheet, Colour ink, Room room, double most, double small) {
    var one = List.of(Words.of(address, ink));
    var line = new Room(room.x(), room.y(), room.width(), most * 1.3, 1.3, 0, room.align());
    if (sheet.width(Face.BOLD, address, small) <= room.width()) {
      return sheet.fitted(Role.TEXT, Face.BOLD, one, line, most, small);
    }
    var at = address.lastIndexOf("/h/");
    var two =
        List.of(Words.of(address.substring(0, at), ink), Words.of(address.substring(at), ink));
    return sheet.fitted(Role.TEXT, Face.BOLD, two, room, small, small * 0.4);
  }
}
