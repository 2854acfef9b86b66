package nl.steunpunt.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.steunpunt.support.WrittenAnswer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads the demo's texts and tables; their formats are told in {@code demo/README.md} beside them.
 */
final class Tables {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();

  private Tables() {}

  static List<CSVRecord> rows(String file) {
    try (var reader = open(file)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String file) {
    try (var reader = open(file)) {
      return reader.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<WrittenAnswer> answers() {
    try (var file = new ClassPathResource("demo/answers.txt").getInputStream()) {
      return WrittenAnswer.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a cell with several values. */
  static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }

  private static Reader open(String file) throws IOException {
    return new InputStreamReader(
        new ClassPathResource("demo/" + file).getInputStream(), StandardCharsets.UTF_8);
  }
}
