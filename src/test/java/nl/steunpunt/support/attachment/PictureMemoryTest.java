package nl.steunpunt.support.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The largest pictures we take, two at once, in a virtual machine with a small heap. One that
 * decodes them whole, or both at once, dies here.
 */
class PictureMemoryTest {
  private static final int WIDTH = 5656;
  private static final int HEIGHT = 4243;

  /** Lossless WebP refers back to any pixel before, so its reader keeps all: 96 MB. */
  @ParameterizedTest
  @CsvSource({"JPEG, 96", "PNG, 96", "GIF, 96", "WEBP, 144"})
  void takesTwoOfTheLargestInASmallHeap(Format format, int megabytes, @TempDir Path folder)
      throws Exception {
    var sent = folder.resolve("sent");
    Files.write(sent, largest(format));
    var output = folder.resolve("output").toFile();
    var small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                PictureMemoryTest.class.getName(),
                format.name(),
                sent.toString())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    small.waitFor();
    assertThat(Files.readString(output.toPath())).contains("both are 2560 wide");
  }

  private static byte[] largest(Format format) {
    var halves = Samples.halves(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    return switch (format) {
      case JPEG -> Samples.jpeg(halves, false);
      case WEBP -> Samples.webp(WIDTH, HEIGHT, 10, 200);
      default -> Samples.encoded(format.name(), halves);
    };
  }

  public static void main(String[] arguments) throws Exception {
    var pictures = new Pictures(Duration.ofMinutes(1), Attachments.MAX_SIZE);
    Runnable renewing = () -> renew(pictures, Format.valueOf(arguments[0]), Path.of(arguments[1]));
    var other = Thread.ofPlatform().start(renewing);
    renewing.run();
    other.join();
    System.out.println("both are 2560 wide");
  }

  private static void renew(Pictures pictures, Format format, Path sent) {
    try (var bench = new Workbench()) {
      var whole = pictures.renew(format, sent, bench).whole();
      if (!Integer.valueOf(Pictures.LONG_SIDE).equals(whole.width())) {
        throw new IllegalStateException("width " + whole.width());
      }
    } catch (Throwable e) {
      // One that fails must not let the other one finish and say that all is well.
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(1);
    }
  }
}
