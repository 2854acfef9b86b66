package nl.steunpunt.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The statements of an import, which lie in {@code sql/} beside this class. */
final class ImportSql {

  static String read(String name) {
    try {
      return new ClassPathResource("sql/" + name + ".sql", ImportSql.class)
          .getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportSql() {}
}
