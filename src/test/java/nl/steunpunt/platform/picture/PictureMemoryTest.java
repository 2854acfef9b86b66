package nl.steunpunt.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures as large as we take, two at once, in a virtual machine with a small heap. One that
 * decodes them whole, or both at once, dies here.
 */
class PictureMemoryTest {
  private static final Set<String> WIDTHS = ConcurrentHashMap.newKeySet();

  /**
   * Lossless WebP refers back to any pixel before, so its reader keeps all, four bytes each; it is
   * also slow, so here it gets half the size.
   */
  @ParameterizedTest
  @CsvSource({
    "JPEG, 5656, 4243, 96, 2560",
    "PNG, 5656, 4243, 96, 2560",
    "GIF, 5656, 4243, 96, 2560",
    "WEBP, 4000, 3000, 96, 2000"
  })
  void takesTwoLargeOnesInASmallHeap(
      PictureFormat format, int width, int height, int megabytes, int kept, @TempDir Path folder)
      throws Exception {
    var sent = folder.resolve("sent");
    Files.write(sent, large(format, width, height));
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
    assertThat(Files.readString(output.toPath())).contains("both are " + kept + " wide");
  }

  private static byte[] large(PictureFormat format, int width, int height) {
    var halves = Samples.halves(width, height, BufferedImage.TYPE_3BYTE_BGR);
    return switch (format) {
      case JPEG -> Samples.jpeg(halves, false);
      case WEBP -> Samples.webp(width, height, 10, 200);
      default -> Samples.encoded(format.name(), halves);
    };
  }

  public static void main(String[] arguments) throws Exception {
    var pictures = new Pictures(Duration.ofMinutes(1), 10 << 20);
    Runnable renewing =
        () -> renew(pictures, PictureFormat.valueOf(arguments[0]), Path.of(arguments[1]));
    var other = Thread.ofPlatform().start(renewing);
    renewing.run();
    other.join();
    if (WIDTHS.size() != 1) {
      throw new IllegalStateException("widths " + WIDTHS);
    }
    System.out.println("both are " + WIDTHS.iterator().next() + " wide");
  }

  private static void renew(Pictures pictures, PictureFormat format, Path sent) {
    try (var bench = new Workbench()) {
      var whole = pictures.renew(format, sent, bench).whole();
      WIDTHS.add(String.valueOf(whole.width()));
    } catch (Throwable e) {
      // One that fails must not let the other one finish and say that all is well.
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(1);
    }
  }
}
