package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small real files of every kind, made here, and the nasty ones. */
public final class Samples {
  public static final int RED = 0xffdc1e1e;
  public static final int BLUE = 0xff1e1edc;
  public static final String CAMERA = "SecretCamera 52.0907N 5.1214E";

  private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
  public static final String SHEET = MAIN + "spreadsheetml.sheet.main+xml";
  public static final String DOCUMENT = MAIN + "wordprocessingml.document.main+xml";
  public static final String MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

  private Samples() {}

  public interface Written {
    void to(DataOutputStream out) throws IOException;
  }

  public static byte[] bytes(Written content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Its left half red, its right half blue. */
  public static BufferedImage halves(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(RED));
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(new Color(BLUE));
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  /** No two neighbours alike, as in a photo. */
  public static BufferedImage photo(int width, int height, int type) {
    var random = new Random(7);
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shade = (x + y) * 200 / (width + height) + random.nextInt(50);
        image.setRGB(x, y, 0xff000000 | shade << 16 | shade << 8 | 255 - shade);
      }
    }
    return image;
  }

  public static byte[] encoded(String format, BufferedImage image) {
    return bytes(out -> ImageIO.write(image, format, out));
  }

  public static byte[] jpeg(BufferedImage image, boolean progressive) {
    return bytes(out -> {
      var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(0.95f);
      how.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      try (var stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(image, null, null), how);
      }
      writer.dispose();
    });
  }

  /** A big-endian Exif block that says how the camera was held, and which one it was. */
  public static byte[] exif(int orientation) {
    return bytes(out -> {
      out.writeBytes("MM\0*");
      out.writeInt(8);
      out.writeShort(2);
      writeTag(out, 0x010f, 2, CAMERA.length() + 1, 8 + 2 + 24 + 4);
      writeTag(out, 0x0112, 3, 1, orientation << 16);
      out.writeInt(0);
      out.writeBytes(CAMERA + "\0");
    });
  }

  private static void writeTag(DataOutputStream out, int tag, int type, int count, int value)
      throws IOException {
    out.writeShort(tag);
    out.writeShort(type);
    out.writeInt(count);
    out.writeInt(value);
  }

  /** With an application segment and a comment behind the first marker. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    var exif = exif(orientation);
    return bytes(out -> {
      out.write(jpeg, 0, 2);
      out.writeShort(0xffe1);
      out.writeShort(2 + 6 + exif.length);
      out.writeBytes("Exif\0\0");
      out.write(exif);
      out.writeShort(0xfffe);
      out.writeShort(2 + CAMERA.length());
      out.writeBytes(CAMERA);
      out.write(jpeg, 2, jpeg.length - 2);
    });
  }

  /** With these chunks behind the header, which is 33 bytes long. */
  public static byte[] withChunks(byte[] png, byte[]... chunks) {
    return bytes(out -> {
      out.write(png, 0, 33);
      for (var chunk : chunks) {
        out.write(chunk);
      }
      out.write(png, 33, png.length - 33);
    });
  }

  public static byte[] chunk(String type, byte[] content) {
    var named =
        bytes(out -> {
          out.writeBytes(type);
          out.write(content);
        });
    var sum = new CRC32();
    sum.update(named);
    return bytes(out -> {
      out.writeInt(content.length);
      out.write(named);
      out.writeInt((int) sum.getValue());
    });
  }

  public static byte[] deflated(int zeros) {
    var deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    var packed = new byte[zeros / 500 + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  /** A header that promises more than the few bytes behind it hold. */
  public static byte[] hugePng(int width, int height) {
    return bytes(out -> {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      out.write(
          chunk(
              "IHDR",
              bytes(header -> {
                header.writeInt(width);
                header.writeInt(height);
                header.write(new byte[] {8, 6, 0, 0, 0});
              })));
      out.write(chunk("IDAT", deflated(1000)));
      out.write(chunk("IEND", new byte[0]));
    });
  }

  /**
   * Lossless WebP (RFC 9649, section 3): the left half of one green, the right half of another.
   * With the same green in both, a pixel takes no bit at all: any size in forty bytes.
   */
  public static byte[] webp(int width, int height, int left, int right) {
    var bits = new Bits();
    bits.add(0x2f, 8).add(width - 1, 14).add(height - 1, 14).add(0, 1).add(0, 3);
    bits.add(0, 3); // no transform, no colour cache, one group of codes
    bits.add(1, 1).add(left == right ? 0 : 1, 1).add(1, 1).add(Math.min(left, right), 8);
    if (left != right) {
      bits.add(Math.max(left, right), 8);
    }
    for (int symbol : new int[] {0, 0, 255, 0}) { // red, blue, alpha, distance
      bits.add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
    }
    for (int i = 0; left != right && i < width * height; i++) {
      bits.add((i % width < width / 2) == left < right ? 0 : 1, 1);
    }
    return riff(webpChunk("VP8L", bits.bytes()));
  }

  public static byte[] webpChunk(String type, byte[] content) {
    return bytes(out -> {
      out.writeBytes(type);
      out.writeInt(Integer.reverseBytes(content.length));
      out.write(content);
      out.write(new byte[content.length & 1]);
    });
  }

  public static byte[] riff(byte[] chunks) {
    return bytes(out -> {
      out.writeBytes("RIFF");
      out.writeInt(Integer.reverseBytes(4 + chunks.length));
      out.writeBytes("WEBP");
      out.write(chunks);
    });
  }

  private static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int held;
    private int count;

    Bits add(int value, int length) {
      for (int i = 0; i < length; i++) {
        held |= (value >> i & 1) << count++;
        if (count == 8) {
          bytes.write(held);
          held = 0;
          count = 0;
        }
      }
      return this;
    }

    byte[] bytes() {
      bytes.write(held);
      return bytes.toByteArray();
    }
  }

  public static byte[] pdf() {
    return ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
        .getBytes(ISO_8859_1);
  }

  public static byte[] office(String part, String type) {
    return zip(
        Map.of(
            "[Content_Types].xml",
            types(part, type),
            "_rels/.rels",
            "<Relationships/>",
            part,
            "<main/>"));
  }

  public static String types(String part, String type) {
    return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        + "<Default Extension='xml' ContentType='application/xml'/>"
        + "<Override PartName='/%s' ContentType='%s'/></Types>".formatted(part, type);
  }

  public static byte[] zip(Map<String, String> parts) {
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        for (var part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(UTF_8));
        }
      }
    });
  }

  /** A workbook with one sheet that unpacks to this many megabytes. */
  public static byte[] growing(int megabytes) {
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("xl/sheet1.xml"));
        var megabyte = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
          zip.write(megabyte);
        }
      }
    });
  }

  public static byte[] joined(byte[]... parts) {
    return bytes(out -> {
      for (var part : List.of(parts)) {
        out.write(part);
      }
    });
  }

  /** Made by libwebp; the lossy format is not one to write by hand. */
  public static byte[] resource(String name) {
    try (var in = Samples.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
