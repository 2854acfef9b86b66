package nl.steunpunt.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer or issue as somebody wrote it down in a file, such as {@code demo/answers.txt}, whose
 * head describes the format.
 *
 * @param key a topic's key and a number: {@code month-end-3}
 * @param language nl or en
 */
public record WrittenAnswer(
    String key,
    SuggestionKind kind,
    String language,
    String title,
    String answer,
    @Nullable String why) {

  public String topic() {
    return key.substring(0, key.lastIndexOf('-'));
  }

  /** Throws IllegalArgumentException, with the line, when a head is not as described. */
  public static List<WrittenAnswer> read(InputStream file) {
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      var answers = new ArrayList<WrittenAnswer>();
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("## ")) {
          answers.add(head(line));
        } else if (!line.isBlank() && !answers.isEmpty()) {
          answers.add(answers.removeLast().with(line));
        }
      }
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrittenAnswer head(String line) {
    var parts = line.split(" ", 5);
    if (parts.length < 5 || parts[1].lastIndexOf('-') < 1) {
      throw new IllegalArgumentException("Not '## KEY KIND LANGUAGE TITLE': " + line);
    }
    var kind = SuggestionKind.valueOf(parts[2].toUpperCase(Locale.ROOT));
    return new WrittenAnswer(parts[1], kind, parts[3], parts[4], "", null);
  }

  private WrittenAnswer with(String line) {
    if (line.startsWith("> ")) {
      return new WrittenAnswer(key, kind, language, title, answer, line.substring(2));
    }
    var longer = answer.isEmpty() ? line : answer + "\n" + line;
    return new WrittenAnswer(key, kind, language, title, longer, why);
  }
}
