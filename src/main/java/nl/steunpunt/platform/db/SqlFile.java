package nl.steunpunt.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** A statement too long for its Java, from the file beside it. */
public final class SqlFile {

  private SqlFile() {}

  public static String beside(Class<?> store, String name) {
    try {
      return new ClassPathResource(name, store).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
