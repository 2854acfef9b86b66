package nl.steunpunt.platform.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.steunpunt.platform.web.Refusal;

/**
 * A folder of its own for one upload, gone when it is done: what is worked on lies here, not in
 * memory.
 */
public final class Workbench implements AutoCloseable {
  private final Path folder = Files.createTempDirectory("steunpunt-upload");
  private int files;

  public Workbench() throws IOException {}

  public Path file() {
    return folder.resolve(Integer.toString(files++));
  }

  /** Takes in a stream of at most this many bytes; refuses a longer one without reading it out. */
  public Path receive(InputStream sent, int most) throws IOException {
    var file = file();
    try (var out = Files.newOutputStream(file)) {
      var part = new byte[1 << 13];
      long left = most;
      for (int read = sent.read(part); read >= 0; read = sent.read(part)) {
        left -= read;
        if (left < 0) {
          throw Refusal.of("upload.too-large", most >> 20);
        }
        out.write(part, 0, read);
      }
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < files; i++) {
      Files.deleteIfExists(folder.resolve(Integer.toString(i)));
    }
    Files.delete(folder);
  }
}
