package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Pattern BANNED =
      Pattern.compile("(Impl|Manager|Helper|Util|Utils|Dto|Entity|Cmd|Base|Common|Data)\\.java$");

  private static List<String> broken(List<Source> sources) {
    return sources.stream()
        .map(Source::path)
        .filter(path -> BANNED.matcher(path).find() && !path.endsWith("/LineManager.java"))
        .toList();
  }

  @Test
  void noNameSaysNothing() {
    assertThat(broken(Source.all(".java"))).isEmpty();
    assertThat(broken(List.of(new Source("people/PersonManager.java", "")))).hasSize(1);
    assertThat(broken(List.of(new Source("people/LineManager.java", "")))).isEmpty();
  }

  private static List<String> withoutNullness(List<Source> sources) {
    var marked =
        sources.stream()
            .filter(source ->
                source.path().endsWith("package-info.java") && source.text().contains("NullMarked"))
            .map(source -> folder(source.path()))
            .toList();
    return sources.stream()
        .filter(source -> source.path().endsWith(".java"))
        .map(source -> folder(source.path()))
        .distinct()
        .filter(folder -> !marked.contains(folder))
        .toList();
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    assertThat(withoutNullness(Source.all())).isEmpty();
    assertThat(withoutNullness(List.of(new Source("people/Person.java", ""))))
        .containsExactly("people");
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }
}
