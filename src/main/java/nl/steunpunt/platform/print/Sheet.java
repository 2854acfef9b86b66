package nl.steunpunt.platform.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.platform.brand.Colour;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * One side that is printed. All places are millimetres from the upper left corner of what is left
 * after cutting; a size of letters is that of their body.
 */
public final class Sheet {
  private static final double POINTS = SheetPrinting.POINTS;

  /** How far the handles of four curves lie from a quarter of a circle, of its radius. */
  private static final double ROUND = 0.5523;

  private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
  private static final COSName FIGURE = COSName.getPDFName("Figure");

  /** What a text is to who hears it. */
  public enum Role {
    TITLE("H1"),
    TEXT("P");

    private final COSName tag;

    Role(String tag) {
      this.tag = COSName.getPDFName(tag);
    }
  }

  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /**
   * @param language null: that of the sheet
   */
  public record Words(String text, @Nullable Locale language, Colour colour) {
    public static Words of(String text, Colour colour) {
      return new Words(text, null, colour);
    }
  }

  /**
   * Where words may stand.
   *
   * @param leading from line to line, in parts of the size
   * @param gap more between one text and the next, in parts of the size
   */
  public record Room(
      double x, double y, double width, double height, double leading, double gap, Align align) {
    public static Room at(double x, double y, double width, double height) {
      return new Room(x, y, width, height, 1.25, 0, Align.LEFT);
    }

    public Room leading(double other) {
      return new Room(x, y, width, height, other, gap, align);
    }

    public Room gap(double other) {
      return new Room(x, y, width, height, leading, other, align);
    }

    /** As high as before, from here down. */
    public Room from(double other) {
      return new Room(x, other, width, height, leading, gap, align);
    }

    public Room centred() {
      return new Room(x, y, width, height, leading, gap, Align.CENTRE);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private final PDDocument document;
  private final PDPageContentStream stream;
  private final Lettering lettering;
  private final SheetTags tags;
  private final SheetSize size;
  private final double edge;
  private final Map<byte[], PDImageXObject> images;
  private final boolean mute;

  Sheet(
      PDDocument document,
      PDPageContentStream stream,
      Lettering lettering,
      SheetTags tags,
      SheetSize size,
      double edge,
      Map<byte[], PDImageXObject> images) {
    this(document, stream, lettering, tags, size, edge, images, false);
  }

  private Sheet(
      PDDocument document,
      PDPageContentStream stream,
      Lettering lettering,
      SheetTags tags,
      SheetSize size,
      double edge,
      Map<byte[], PDImageXObject> images,
      boolean mute) {
    this.document = document;
    this.stream = stream;
    this.lettering = lettering;
    this.tags = tags;
    this.size = size;
    this.edge = edge;
    this.images = images;
    this.mute = mute;
  }

  public double width() {
    return size.width();
  }

  public double height() {
    return size.height();
  }

  /** How far what touches the edge is to be drawn beyond it. */
  public double bleed() {
    return SheetPrinting.BLEED;
  }

  /** Draws, and nothing of it beyond the bleed. */
  void whole(SheetPrinting.Drawing drawing) throws IOException {
    stream.saveGraphicsState();
    rectangle(-bleed(), -bleed(), width() + 2 * bleed(), height() + 2 * bleed());
    stream.clip();
    drawing.on(this);
    stream.restoreGraphicsState();
  }

  /**
   * A panel with places of its own, as a folded sign has.
   *
   * @param turned upside down; it then says what another panel says, and is not read twice
   */
  public void part(
      double x, double y, SheetSize part, boolean turned, SheetPrinting.Drawing drawing) {
    work(() -> {
      stream.saveGraphicsState();
      var left = (float) points(edge + x);
      var bottom = (float) points(edge + height() - y - part.height());
      if (turned) {
        stream.transform(
            new Matrix(
                -1,
                0,
                0,
                -1,
                (float) (left + points(part.width())),
                (float) (bottom + points(part.height()))));
      } else {
        stream.transform(Matrix.getTranslateInstance(left, bottom));
      }
      // Into the bleed at the sides, and at the foot of a turned panel, which is the sheet's own
      // edge; never over a fold.
      var foot = turned ? bleed() : 0;
      stream.addRect(
          (float) -points(bleed()),
          (float) -points(foot),
          (float) points(part.width() + 2 * bleed()),
          (float) points(part.height() + foot));
      stream.clip();
      drawing.on(new Sheet(document, stream, lettering, tags, part, 0, images, mute || turned));
      stream.restoreGraphicsState();
    });
  }

  public void fill(Colour colour, double x, double y, double width, double height) {
    decoration(() -> {
      colour(colour);
      rectangle(x, y, width, height);
      stream.fill();
    });
  }

  public void rounded(
      Colour colour, double x, double y, double width, double height, double radius) {
    decoration(() -> {
      colour(colour);
      roundedPath(x, y, width, height, radius);
      stream.fill();
    });
  }

  public void circle(Colour colour, double x, double y, double radius) {
    rounded(colour, x - radius, y - radius, 2 * radius, 2 * radius, radius);
  }

  /** Corners in turn: x and y. */
  public void polygon(Colour colour, double... corners) {
    decoration(() -> {
      colour(colour);
      stream.moveTo(left(corners[0]), up(corners[1]));
      for (var i = 2; i < corners.length; i += 2) {
        stream.lineTo(left(corners[i]), up(corners[i + 1]));
      }
      stream.closePath();
      stream.fill();
    });
  }

  /** Dashes, where to fold. */
  public void dashed(Colour colour, double x1, double y1, double x2, double y2) {
    decoration(() -> {
      stroke(colour, 0.2);
      stream.setLineDashPattern(new float[] {4, 4}, 0);
      line(x1, y1, x2, y2);
      stream.setLineDashPattern(new float[] {}, 0);
    });
  }

  /** The words' width in one line. */
  public double width(Face face, String words, double size) {
    return lettering.width(face, lettering.printable(face, words), size);
  }

  /** The largest size at which all of these fit the room. */
  public double fit(Face face, List<Words> words, Room room, double most, double least) {
    var texts = words.stream().map(one -> lettering.printable(face, one.text)).toList();
    return lettering.fit(face, texts, room, most, least);
  }

  /** How high these are, as {@link #write} would write them. */
  public double height(Face face, List<Words> words, Room room, double size) {
    var lines =
        words.stream()
            .mapToInt(one ->
                lettering
                    .lines(face, lettering.printable(face, one.text), size, room.width() + 0.01)
                    .size())
            .sum();
    return (lines * room.leading() + (words.size() - 1) * room.gap()) * size;
  }

  /** As {@link #write}, as large as fits. */
  public double fitted(
      Role role, Face face, List<Words> words, Room room, double most, double least) {
    return write(role, face, words, room, fit(face, words, room, most, least));
  }

  /**
   * Each text below the one before.
   *
   * @return where the last line ends, as a y
   */
  public double write(Role role, Face face, List<Words> words, Room room, double size) {
    var y = room.y();
    for (var one : words) {
      var lines =
          lettering.lines(face, lettering.printable(face, one.text), size, room.width() + 0.01);
      var top = y;
      tagged(
          role.tag, one.language, null, () -> paragraph(face, lines, one.colour, room, size, top));
      y += lines.size() * room.leading() * size + room.gap() * size;
    }
    return y - room.gap() * size;
  }

  private void paragraph(
      Face face, List<String> lines, Colour colour, Room room, double size, double top)
      throws IOException {
    colour(colour);
    stream.beginText();
    stream.setFont(lettering.font(face), (float) points(size));
    stream.setCharacterSpacing((float) points(Lettering.tracking(face) * size));
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var free = room.width() - lettering.width(face, line, size);
      var indent =
          switch (room.align()) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
          };
      // Half of the leading above, half below; the letters' own middle lies a third above their
      // line.
      var line0 = top + (i + 0.5) * room.leading() * size + 0.355 * size;
      stream.setTextMatrix(Matrix.getTranslateInstance(left(room.x() + indent), up(line0)));
      // A space at its end, so that words of two lines stay two when it is read.
      stream.showText(i + 1 < lines.size() ? line + " " : line);
    }
    stream.endText();
  }

  /** Whole in this room, as large as it can be, in the upper left or right corner. */
  public double image(
      byte[] file, String says, double x, double y, double width, double height, Align align) {
    var drawn = new double[1];
    work(() -> {
      var image = once(file);
      var scale = Math.min(width / image.getWidth(), height / image.getHeight());
      var w = image.getWidth() * scale;
      var h = image.getHeight() * scale;
      var indent = align == Align.LEFT ? 0 : align == Align.CENTRE ? (width - w) / 2 : width - w;
      drawn[0] = w;
      tagged(
          FIGURE,
          null,
          says,
          () ->
              stream.drawImage(
                  image, left(x + indent), up(y + h), (float) points(w), (float) points(h)));
    });
    return drawn[0];
  }

  /** A logo that stands on two hundred pages is in the file once. */
  private PDImageXObject once(byte[] file) throws IOException {
    var known = images.get(file);
    if (known == null) {
      known = PDImageXObject.createFromByteArray(document, file, "image");
      images.put(file, known);
    }
    return known;
  }

  /** Of a square picture, the circle in it. */
  public void portrait(byte[] file, String says, double x, double y, double side) {
    tagged(
        FIGURE,
        null,
        says,
        () -> {
          var image = once(file);
          stream.saveGraphicsState();
          roundedPath(x, y, side, side, side / 2);
          stream.clip();
          stream.drawImage(
              image, left(x), up(y + side), (float) points(side), (float) points(side));
          stream.restoreGraphicsState();
        });
  }

  /**
   * Black on white, with the white around it that a reader needs.
   *
   * @param side of the dark pattern alone
   */
  public void code(QrCode code, String says, double x, double y, double side) {
    var module = side / code.side();
    var quiet = QrCode.QUIET * module;
    fill(Colour.WHITE, x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet);
    tagged(
        FIGURE,
        null,
        says,
        () -> {
          colour(Colour.BLACK);
          // One path: between two that touch, a screen or a printer would leave a hair of white.
          for (var row = 0; row < code.side(); row++) {
            for (var column = 0; column < code.side(); column++) {
              var from = column;
              while (column < code.side() && code.isDark(column, row)) {
                column++;
              }
              if (column > from) {
                rectangle(x + from * module, y + row * module, (column - from) * module, module);
              }
            }
          }
          stream.fill();
        });
  }

  /** How far the white around a code of this side reaches. */
  public static double quiet(QrCode code, double side) {
    return QrCode.QUIET * side / code.side();
  }

  /** Where to cut, outside the bleed. */
  void cropMarks() throws IOException {
    decoration(() -> {
      stroke(Colour.BLACK, 0.09);
      for (var x : new double[] {0, width()}) {
        line(x, -9, x, -4);
        line(x, height() + 4, x, height() + 9);
      }
      for (var y : new double[] {0, height()}) {
        line(-9, y, -4, y);
        line(width() + 4, y, width() + 9, y);
      }
    });
  }

  private void decoration(Work drawing) {
    work(() -> {
      stream.beginMarkedContent(ARTIFACT);
      drawing.run();
      stream.endMarkedContent();
    });
  }

  private void tagged(
      COSName role, @Nullable Locale language, @Nullable String instead, Work drawing) {
    if (mute) {
      decoration(drawing);
      return;
    }
    work(() -> {
      stream.beginMarkedContent(role, tags.add(role, language, instead));
      drawing.run();
      stream.endMarkedContent();
    });
  }

  private static void work(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rectangle(double x, double y, double width, double height) throws IOException {
    stream.addRect(left(x), up(y + height), (float) points(width), (float) points(height));
  }

  private void roundedPath(double x, double y, double width, double height, double radius)
      throws IOException {
    var handle = radius * (1 - ROUND);
    var right = x + width;
    var bottom = y + height;
    stream.moveTo(left(x + radius), up(y));
    stream.lineTo(left(right - radius), up(y));
    curve(right - handle, y, right, y + handle, right, y + radius);
    stream.lineTo(left(right), up(bottom - radius));
    curve(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    stream.lineTo(left(x + radius), up(bottom));
    curve(x + handle, bottom, x, bottom - handle, x, bottom - radius);
    stream.lineTo(left(x), up(y + radius));
    curve(x, y + handle, x + handle, y, x + radius, y);
    stream.closePath();
  }

  private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    stream.curveTo(left(x1), up(y1), left(x2), up(y2), left(x3), up(y3));
  }

  private void line(double x1, double y1, double x2, double y2) throws IOException {
    stream.moveTo(left(x1), up(y1));
    stream.lineTo(left(x2), up(y2));
    stream.stroke();
  }

  private void colour(Colour colour) throws IOException {
    stream.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
  }

  private void stroke(Colour colour, double width) throws IOException {
    stream.setStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    stream.setLineWidth((float) points(width));
  }

  private float left(double x) {
    return (float) points(edge + x);
  }

  private float up(double y) {
    return (float) points(edge + size.height() - y);
  }

  private static double points(double millimetres) {
    return millimetres * POINTS;
  }
}
