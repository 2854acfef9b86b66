package nl.steunpunt.bench.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What people say: sentences of the demo's answers and issues, sewn together anew, with names of
 * screens and suppliers that are as rare as names are.
 */
final class Speech {
  private static final int NAMES = 20_000;
  private static final String[] SYLLABLES = {
    "ka", "ver", "mi", "lon", "dra", "bos", "tel", "fi", "go", "ster"
  };
  private static final List<String> TROUBLE =
      List.of(
          "Het lukt niet:",
          "Weet jij dit?",
          "Ik kom er niet uit.",
          "Sinds vanochtend:",
          "Sinds de laatste release:",
          "Help!",
          "Korte vraag:",
          "Nog een keer:");

  private final SplittableRandom random;
  private final List<String> titles = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final List<String> names;

  Speech(long seed) {
    random = new SplittableRandom(seed);
    for (var file : List.of("answers.txt", "issues.txt")) {
      for (var line : lines(file)) {
        if (line.startsWith("## ")) {
          titles.add(line.split(" ", 5)[4]);
        } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(">")) {
          sentences.addAll(List.of(line.split("(?<=[.!?]) ")));
        }
      }
    }
    names = IntStream.range(0, NAMES).mapToObj(_ -> name()).toList();
  }

  static List<String> lines(String file) {
    try (var in = Speech.class.getResourceAsStream("/demo/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String title() {
    return any(titles) + " " + rareName();
  }

  String question() {
    return any(TROUBLE)
        + " "
        + any(titles)
        + ". "
        + any(sentences)
        + " "
        + rareName()
        + " "
        + random.nextInt(1_000_000);
  }

  String said() {
    return any(sentences) + " " + any(sentences);
  }

  String answer() {
    return said() + " " + any(sentences) + " " + rareName() + " " + rareName();
  }

  String why() {
    return any(sentences);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The hundredth name is a hundred times rarer than the first. */
  private String rareName() {
    return names.get((int) Math.pow(NAMES, random.nextDouble()) - 1);
  }

  private String name() {
    var name = new StringBuilder();
    for (int left = 2 + random.nextInt(4); left > 0; left--) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }
}
