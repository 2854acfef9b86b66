package nl.steunpunt.network.poster;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.poster.PosterContent.Line;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.print.Face;
import nl.steunpunt.platform.print.QrCode;
import nl.steunpunt.platform.print.Sheet;
import nl.steunpunt.platform.print.Sheet.Align;
import nl.steunpunt.platform.print.Sheet.Role;
import nl.steunpunt.platform.print.Sheet.Room;
import nl.steunpunt.platform.print.Sheet.Words;
import nl.steunpunt.platform.print.SheetSize;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands below a mail.
 *
 * @param name the power user's, or ours for a place or department
 * @param about what they do, and where; each on a line
 * @param ask in each language that is spoken
 * @param address where who is stuck finds help now
 */
record Signature(
    String name,
    List<Line> about,
    List<Line> ask,
    String address,
    String organisation,
    byte @Nullable [] logo,
    Look look) {
  /** Millimetres, for a picture that is shown about 450 pixels wide. */
  static final SheetSize SIZE = new SheetSize(150, 50);

  private static final double SIDE = 28;
  private static final double LEFT = 9;

  /**
   * @param bar at the left side
   * @param corner how round it is, in millimetres on the picture
   */
  record Look(Colour ground, Colour bar, Colour ink, Colour quiet, Colour link, double corner) {
    static Look of(PosterDesign design, Colour accent) {
      return switch (design) {
        case BOLD -> new Look(accent, accent, Colour.WHITE, Colour.WHITE, Colour.WHITE, 0);
        case CALM ->
            new Look(Colour.WHITE, accent, PosterContent.INK, PosterContent.QUIET, accent, 0);
        case ROUND -> {
          var breath = accent.mix(Colour.WHITE, 0.88);
          yield new Look(
              breath, breath, PosterContent.INK, PosterContent.QUIET, PosterContent.INK, 5);
        }
      };
    }
  }

  /** For a mail program, which knows no style sheet. */
  String html() {
    var lines = new ArrayList<String>();
    lines.add("<strong style=\"font-size:16px\">%s</strong>".formatted(safe(name)));
    about.forEach(line -> lines.add(said(line, look.ink())));
    ask.forEach(line -> lines.add(said(line, look.quiet())));
    lines.add(
        "<a href=\"%s\" style=\"color:%s\">%s</a>"
            .formatted(safe(address), look.link().hex(), safe(asTyped())));
    return """
    <table cellpadding="0" cellspacing="0" style="font-family:Arial,sans-serif;font-size:14px;line-height:1.4;color:%s"><tr>
    <td bgcolor="%s" style="background:%s;border-left:4px solid %s;border-radius:%spx;padding:%s">
    %s
    </td></tr></table>
    """
        .formatted(
            look.ink().hex(),
            look.ground().hex(),
            look.ground().hex(),
            look.bar().hex(),
            Math.round(2 * look.corner()),
            look.ground().equals(Colour.WHITE) ? "2px 0 2px 12px" : "10px 14px 10px 10px",
            String.join("<br>\n", lines));
  }

  private static String said(Line line, Colour colour) {
    var language = line.language();
    return "<span%s style=\"color:%s\">%s</span>"
        .formatted(
            language == null ? "" : " lang=\"" + language.getLanguage() + "\"",
            colour.hex(),
            safe(line.text()));
  }

  private static String safe(String text) {
    return HtmlUtils.htmlEscape(text);
  }

  private String asTyped() {
    return address.replaceFirst("^https?://", "");
  }

  void draw(Sheet sheet) {
    sheet.fill(Colour.WHITE, 0, 0, sheet.width(), sheet.height());
    sheet.rounded(look.ground(), 0, 0, sheet.width(), sheet.height(), look.corner());
    sheet.fill(look.bar(), 0, look.corner(), 2.5, sheet.height() - 2 * look.corner());
    var x = sheet.width() - SIDE - 7;
    var top = (sheet.height() - SIDE) / 2;
    sheet.rounded(Colour.WHITE, x - 3, top - 3, SIDE + 6, SIDE + 6, look.corner() * 0.6);
    sheet.code(QrCode.of(address), address, x, top, SIDE);
    var width = x - LEFT - 8;
    var end =
        line(sheet, Role.TITLE, Face.HEAVY, List.of(Words.of(name, look.ink())), 3.5, width, 9, 7);
    end = line(sheet, Role.TEXT, Face.REGULAR, words(about, look.quiet()), end, width, 11, 4);
    end = line(sheet, Role.TEXT, Face.REGULAR, words(ask, look.ink()), end + 1.2, width, 10, 4);
    end =
        line(
            sheet,
            Role.TEXT,
            Face.BOLD,
            List.of(Words.of(asTyped(), look.link())),
            end,
            width,
            6,
            4);
    mark(sheet, end + 1.4, width);
  }

  /** The logo, or the name in its place. A logo has colours of its own, so it stands on white. */
  private void mark(Sheet sheet, double y, double width) {
    var height = sheet.height() - y - 3.5;
    if (logo == null) {
      line(
          sheet,
          Role.TEXT,
          Face.BOLD,
          List.of(Words.of(organisation, look.quiet())),
          y,
          width,
          height,
          3.4);
      return;
    }
    if (!look.ground().equals(Colour.WHITE)) {
      sheet.rounded(Colour.WHITE, LEFT - 1, y - 0.7, 42, height + 1.4, 1);
    }
    sheet.image(logo, organisation, LEFT, y, 40, height, Align.LEFT);
  }

  private static double line(
      Sheet sheet,
      Role role,
      Face face,
      List<Words> words,
      double y,
      double width,
      double height,
      double most) {
    return sheet.fitted(
        role, face, words, Room.at(LEFT, y, width, height).leading(1.28), most, most * 0.5);
  }

  private static List<Words> words(List<Line> lines, Colour colour) {
    return lines.stream().map(line -> new Words(line.text(), line.language(), colour)).toList();
  }
}
