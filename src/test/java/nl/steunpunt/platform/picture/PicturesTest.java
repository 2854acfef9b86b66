package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.steunpunt.platform.picture.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private final Workbench bench = new Workbench();
  private final Pictures pictures = new Pictures(Duration.ofMillis(50), 10 << 20);

  PicturesTest() throws IOException {}

  @AfterEach
  void clean() throws IOException {
    bench.close();
  }

  private Pictures.Renewed renew(PictureFormat format, byte[] sent) throws IOException {
    var file = bench.file();
    Files.write(file, sent);
    return pictures.renew(format, file, bench);
  }

  private static BufferedImage image(Picture content) throws IOException {
    return ImageIO.read(content.file().toFile());
  }

  private static String text(Picture content) throws IOException {
    return Files.readString(content.file(), ISO_8859_1);
  }

  private static void assertColour(BufferedImage image, double x, double y, int expected) {
    var colour =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())), true);
    var wanted = new Color(expected, true);
    assertThat(colour.getRed()).isCloseTo(wanted.getRed(), within(12));
    assertThat(colour.getGreen()).isCloseTo(wanted.getGreen(), within(12));
    assertThat(colour.getBlue()).isCloseTo(wanted.getBlue(), within(12));
    assertThat(colour.getAlpha()).isCloseTo(wanted.getAlpha(), within(2));
  }

  /** Where the red, left half of the picture as stored must be seen. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0.5, false", "2, 0.9, 0.5, false", "3, 0.9, 0.5, false", "4, 0.1, 0.5, false",
    "5, 0.5, 0.1, true", "6, 0.5, 0.1, true", "7, 0.5, 0.9, true", "8, 0.5, 0.9, true"
  })
  void turnsAPhotoUprightAndForgetsTheCamera(int orientation, double x, double y, boolean lying)
      throws IOException {
    var photo =
        Samples.jpeg(Samples.halves(64, 32, BufferedImage.TYPE_INT_RGB), orientation % 2 == 0);
    var sent = Samples.withExif(photo, orientation);
    assertThat(new String(sent, ISO_8859_1)).contains("Exif", Samples.CAMERA);

    var whole = renew(PictureFormat.JPEG, sent).whole();

    assertThat(whole.mediaType()).isEqualTo("image/jpeg");
    assertThat(whole.width()).isEqualTo(lying ? 32 : 64);
    assertThat(whole.height()).isEqualTo(lying ? 64 : 32);
    assertColour(image(whole), x, y, Samples.RED);
    assertColour(image(whole), 1 - x, lying ? 1 - y : y, Samples.BLUE);
    assertThat(text(whole)).doesNotContain("Exif", "SecretCamera");
  }

  /** Which rows come first tells a mirrored picture from a turned one. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 3", "4, 2", "5, 0", "6, 2", "7, 3", "8, 1"})
  void tellsTurnedFromMirrored(int orientation, int corner) {
    var corners = new Pixels(2, 2, new int[] {0, 1, 2, 3}).turned(orientation).argb();
    assertThat(corners[0]).isEqualTo(corner);
    assertThat(corners).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void keepsDrawnPicturesSharp() throws IOException {
    var screenshot = Samples.halves(300, 200, BufferedImage.TYPE_INT_RGB);
    var sent =
        Samples.withChunks(
            Samples.encoded("png", screenshot),
            Samples.chunk("tEXt", Samples.CAMERA.getBytes(ISO_8859_1)),
            Samples.chunk("eXIf", Samples.exif(8)));

    var whole = renew(PictureFormat.PNG, sent).whole();

    assertThat(whole.mediaType()).isEqualTo("image/png");
    assertThat(image(whole).getRGB(100, 299)).isEqualTo(Samples.RED);
    assertThat(image(whole).getRGB(100, 0)).isEqualTo(Samples.BLUE);
    assertThat(text(whole)).doesNotContain("SecretCamera", "tEXt", "eXIf");
  }

  @Test
  void makesAPhotoThatCameAsPngAJpeg() throws IOException {
    var sent = Samples.encoded("png", Samples.photo(300, 200, BufferedImage.TYPE_INT_RGB));
    var whole = renew(PictureFormat.PNG, sent).whole();
    assertThat(whole.mediaType()).isEqualTo("image/jpeg");
    assertThat(Files.size(whole.file())).isLessThan(sent.length / 2);
  }

  @Test
  void keepsTransparency() throws IOException {
    var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(20, 20, 0x80dc1e1e);
    var whole = renew(PictureFormat.PNG, Samples.encoded("png", image)).whole();
    assertThat(whole.mediaType()).isEqualTo("image/png");
    assertThat(image(whole).getRGB(20, 20)).isEqualTo(0x80dc1e1e);
    assertThat(image(whole).getRGB(0, 0) >>> 24).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void keepsGreyAsItIs(int type) throws IOException {
    var grey = new BufferedImage(20, 20, type);
    int middle = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 << 8;
    var samples = new int[400];
    Arrays.fill(samples, middle);
    grey.getRaster().setSamples(0, 0, 20, 20, 0, samples);
    var whole = image(renew(PictureFormat.PNG, Samples.encoded("png", grey)).whole());
    assertColour(whole, 0.5, 0.5, 0xff646464);
  }

  @Test
  void shrinksAndAddsAThumbnail() throws IOException {
    var sent = Samples.jpeg(Samples.halves(3000, 1500, BufferedImage.TYPE_INT_RGB), false);
    var renewed = renew(PictureFormat.JPEG, sent);
    assertThat(renewed.whole().width()).isEqualTo(2560);
    assertThat(renewed.whole().height()).isEqualTo(1280);
    assertThat(renewed.thumbnail().width()).isEqualTo(480);
    assertThat(renewed.thumbnail().height()).isEqualTo(240);
    assertColour(image(renewed.whole()), 0.25, 0.99, Samples.RED);
    assertColour(image(renewed.thumbnail()), 0.75, 0.01, Samples.BLUE);
  }

  @Test
  void averagesStripesToTheColourBetween() {
    var stripes = new int[999];
    Arrays.setAll(stripes, i -> i % 3 == 0 ? 0xffffffff : 0xff000000);
    var smaller = new Pixels(999, 1, stripes).shrunk(333);
    assertThat(smaller.argb()).hasSize(333).containsOnly(0xff555555);
  }

  @Test
  void takesTheFirstFrameOfAGif() throws IOException {
    var first = Samples.encoded("gif", Samples.halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED));
    var tail = new byte[100_000]; // a later frame would start here: it is never looked at
    var sent = Samples.joined(Arrays.copyOf(first, first.length - 1), tail);
    var whole = renew(PictureFormat.GIF, sent).whole();
    assertThat(whole.mediaType()).isEqualTo("image/png");
    assertColour(
        image(whole),
        0.25,
        0.5,
        ImageIO.read(new java.io.ByteArrayInputStream(first)).getRGB(10, 10));
  }

  @Test
  void leavesAPageThatHidesInAGifBehind() throws IOException {
    var gif = Samples.encoded("gif", Samples.halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED));
    var page = "<html><script>alert(1)</script>".getBytes(ISO_8859_1);
    var comment =
        Samples.joined(new byte[] {0x21, (byte) 0xfe, (byte) page.length}, page, new byte[1]);
    int colours = 13 + (3 << ((gif[10] & 7) + 1));
    var sent =
        Samples.joined(
            Arrays.copyOf(gif, colours),
            comment,
            Arrays.copyOfRange(gif, colours, gif.length),
            page);

    var renewed = renew(PictureFormat.GIF, sent);

    assertThat(text(renewed.whole())).doesNotContain("script", "html");
    assertThat(text(renewed.thumbnail())).doesNotContain("script", "html");
  }

  @Test
  void readsLosslessWebp() throws IOException {
    var whole = image(renew(PictureFormat.WEBP, Samples.webp(60, 20, 40, 200)).whole());
    assertColour(whole, 0.25, 0.5, 0xff002800);
    assertColour(whole, 0.75, 0.5, 0xff00c800);
  }

  @Test
  void readsLossyWebpTurnedWithTransparencyAndMoving() throws IOException {
    var turned = renew(PictureFormat.WEBP, Samples.resource("lossy-turned.webp")).whole();
    assertThat(turned.width()).isEqualTo(32);
    assertColour(image(turned), 0.5, 0.1, Samples.RED);
    assertThat(text(turned)).doesNotContain("SecretCamera");

    var seeThrough =
        image(renew(PictureFormat.WEBP, Samples.resource("lossy-see-through.webp")).whole());
    assertThat(seeThrough.getRGB(30, 5) >>> 24).isZero();
    assertThat(seeThrough.getRGB(30, 25) >>> 24).isEqualTo(255);

    var moving = image(renew(PictureFormat.WEBP, Samples.resource("moving.webp")).whole());
    assertColour(moving, 0.25, 0.5, Samples.RED);
  }

  @Test
  void refusesASmallFileThatPromisesAHugePicture() {
    assertRefused(
        "picture.too-many-pixels", () -> renew(PictureFormat.PNG, Samples.hugePng(60_000, 60_000)));
    assertRefused(
        "picture.too-many-pixels",
        () -> renew(PictureFormat.WEBP, Samples.webp(16_000, 16_000, 9, 9)));
    var gif = Samples.encoded("gif", Samples.halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED));
    int frame =
        13 + (3 << ((gif[10] & 7) + 1)) + (gif[13 + (3 << ((gif[10] & 7) + 1))] == 0x21 ? 8 : 0);
    Arrays.fill(gif, frame + 5, frame + 9, (byte) 0xee);
    assertRefused("picture.too-many-pixels", () -> renew(PictureFormat.GIF, gif));
    var jpeg = Samples.jpeg(Samples.halves(40, 20, BufferedImage.TYPE_INT_RGB), false);
    int size = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0") + 5;
    Arrays.fill(jpeg, size, size + 4, (byte) 0xee);
    assertRefused("picture.too-many-pixels", () -> renew(PictureFormat.JPEG, jpeg));
  }

  /** Each unpacks to 300 MB, and a decoder would unpack it: none of them may come that far. */
  @Test
  void neverUnpacksCommentsAndProfiles() throws IOException {
    var drawn = Samples.encoded("png", Samples.halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED));
    var bomb = Samples.deflated(300 << 20);
    var sent =
        Samples.withChunks(
            drawn,
            Samples.chunk("iCCP", Samples.joined("p\0\0".getBytes(ISO_8859_1), bomb)),
            Samples.chunk("zTXt", Samples.joined("k\0\0".getBytes(ISO_8859_1), bomb)),
            Samples.chunk("iTXt", Samples.joined("k\0\1\0\0\0".getBytes(ISO_8859_1), bomb)));
    var parts = bench.file();
    var file = bench.file();
    Files.write(file, sent);
    PictureParts.copy(PictureFormat.PNG, file, parts);
    assertThat(Files.size(parts)).isLessThanOrEqualTo(drawn.length);
    assertThat(renew(PictureFormat.PNG, sent).whole().width()).isEqualTo(40);
  }

  @Test
  void refusesAJpegThatPassesOverItsPixelsTooOften() {
    var jpeg = Samples.jpeg(Samples.halves(40, 20, BufferedImage.TYPE_INT_RGB), true);
    var text = new String(jpeg, ISO_8859_1);
    int scan = text.lastIndexOf("\u00ff\u00da");
    var again = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    var many = new byte[100][];
    Arrays.fill(many, again);
    var sent =
        Samples.joined(
            Arrays.copyOf(jpeg, jpeg.length - 2),
            Samples.joined(many),
            new byte[] {(byte) 0xff, (byte) 0xd9});
    assertRefused("picture.damaged", () -> renew(PictureFormat.JPEG, sent));
  }

  @Test
  void refusesWhatIsCutOffAtAnyPlace() {
    var whole =
        java.util.Map.of(
            PictureFormat.JPEG,
                Samples.jpeg(Samples.halves(40, 20, BufferedImage.TYPE_INT_RGB), true),
            PictureFormat.PNG,
                Samples.encoded("png", Samples.halves(40, 20, BufferedImage.TYPE_INT_RGB)),
            PictureFormat.GIF,
                Samples.encoded("gif", Samples.halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED)),
            PictureFormat.WEBP, Samples.resource("lossy-see-through.webp"));
    whole.forEach((format, bytes) -> {
      for (int length = 3; length < bytes.length - 2; length += 7) {
        var cut = Arrays.copyOf(bytes, length);
        assertRefused("picture.damaged", () -> renew(format, cut));
      }
    });
  }

  @Test
  void asksToTryAgainWhenOthersTakeTooLong() throws Exception {
    var file = bench.file();
    Files.write(
        file, Samples.encoded("png", Samples.photo(2000, 2000, BufferedImage.TYPE_INT_RGB)));
    var started = new CountDownLatch(1);
    var impatient = new Pictures(Duration.ZERO, 10 << 20);
    var other =
        Thread.ofPlatform()
            .start(() -> {
              try (var own = new Workbench()) {
                started.countDown();
                impatient.renew(PictureFormat.PNG, file, own);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    started.await();
    Thread.sleep(100);
    assertRefused("picture.busy", () -> impatient.renew(PictureFormat.PNG, file, bench));
    other.join();
    assertThat(impatient.renew(PictureFormat.PNG, file, bench).whole().width()).isEqualTo(2000);
  }
}
