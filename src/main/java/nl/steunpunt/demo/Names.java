package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Draws names in the mix of a Dutch organisation: given name and surname come from one family of
 * names.
 */
record Names(List<Family> families) {

  record Drawn(String name, String language) {}

  record Family(int weight, String language, List<String> given, List<String> surnames) {}

  private static final Pattern HEAD = Pattern.compile("\\[(\\d+) (nl|en)]");

  static Names load() {
    var lines = Tables.lines("names.txt");
    var families = new ArrayList<Family>();
    for (var at = 0; at < lines.size(); at++) {
      var head = HEAD.matcher(lines.get(at));
      if (head.matches()) {
        families.add(
            new Family(
                Integer.parseInt(head.group(1)),
                head.group(2),
                List.of(lines.get(at + 1).split(" ", -1)),
                List.of(lines.get(at + 2).split(",", -1))));
      }
    }
    return new Names(families);
  }

  Drawn draw(RandomGenerator random) {
    var left = random.nextInt(families.stream().mapToInt(Family::weight).sum());
    for (var family : families) {
      left -= family.weight;
      if (left < 0) {
        return new Drawn(
            one(family.given, random) + " " + one(family.surnames, random), family.language);
      }
    }
    throw new IllegalStateException();
  }

  static <T> T one(List<T> choice, RandomGenerator random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
