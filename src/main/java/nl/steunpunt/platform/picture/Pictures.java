package nl.steunpunt.platform.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import nl.steunpunt.platform.web.Refusal;

/**
 * Writes a picture anew from its pixels, the right way up and at most {@link #LONG_SIDE} long, with
 * a small one beside it. One at a time: decoding is where a small file can cost much memory.
 */
public final class Pictures {
  static final int LONG_SIDE = 2560;
  static final int THUMBNAIL_SIDE = 480;

  /** Pixels on a side; of less no face can be made out. */
  private static final int SMALLEST_SQUARE = 64;

  private static final float QUALITY = 0.85f;

  private final Semaphore turn = new Semaphore(1, true);
  private final Duration patience;
  private final int mostBytes;

  Pictures(Duration patience, int mostBytes) {
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  public record Renewed(Picture whole, Picture thumbnail) {}

  /**
   * @throws Refusal with a key {@code picture.*}: too many pixels, damaged, busy
   */
  public Renewed renew(PictureFormat format, Path sent, Workbench bench) throws IOException {
    waitForTurn();
    try {
      var pixels = read(format, sent, bench);
      var whole = write(pixels, format != PictureFormat.JPEG, bench);
      return new Renewed(whole, write(pixels.shrunk(THUMBNAIL_SIDE), false, bench));
    } finally {
      turn.release();
    }
  }

  /**
   * A square out of it, as a JPEG with sides of at most so many pixels.
   *
   * @throws Refusal as {@link #renew}, and {@code picture.too-small} when hardly anything is left
   */
  public Picture square(PictureFormat format, Path sent, Crop crop, int side, Workbench bench)
      throws IOException {
    waitForTurn();
    try {
      var square = crop.of(read(format, sent, bench));
      if (square.width() < SMALLEST_SQUARE) {
        throw Refusal.of("picture.too-small", SMALLEST_SQUARE);
      }
      var small = square.shrunk(side);
      var file = bench.file();
      writeJpeg(small.onWhite(), file);
      return new Picture(file, PictureFormat.JPEG.mediaType, small.width(), small.height());
    } finally {
      turn.release();
    }
  }

  private void waitForTurn() {
    try {
      if (turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.conflict("picture.busy");
  }

  private static Pixels read(PictureFormat format, Path sent, Workbench bench) throws IOException {
    var parts = bench.file();
    try {
      int orientation = PictureParts.copy(format, sent, parts);
      try (var reading = new PictureReading(format, parts)) {
        return reading.read(LONG_SIDE).turned(orientation);
      }
    } catch (Refusal e) {
      throw e;
    } catch (EOFException | IIOException | RuntimeException e) {
      // Decoders answer nonsense with any exception; all mean that this is no picture.
      throw PictureParts.damaged();
    }
  }

  private Picture write(Pixels pixels, boolean mayBeDrawn, Workbench bench) throws IOException {
    var file = bench.file();
    if (pixels.seeThrough() || mayBeDrawn && pixels.flat()) {
      writePng(pixels, file);
      if (Files.size(file) <= mostBytes) {
        return new Picture(file, PictureFormat.PNG.mediaType, pixels.width(), pixels.height());
      }
      Files.delete(file);
    }
    writeJpeg(pixels.onWhite(), file);
    return new Picture(file, PictureFormat.JPEG.mediaType, pixels.width(), pixels.height());
  }

  private static void writePng(Pixels pixels, Path file) throws IOException {
    try (var out = new FileImageOutputStream(file.toFile())) {
      ImageIO.write(pixels.image(pixels.seeThrough()), "png", out);
    }
  }

  private static void writeJpeg(Pixels pixels, Path file) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new FileImageOutputStream(file.toFile())) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels.image(false), null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
