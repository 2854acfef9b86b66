package nl.steunpunt.support.suggestion;

import java.util.List;
import java.util.Set;

/** In which language a text is, told by the small words that only one of them has. */
final class Tongue {
  private static final Set<String> DUTCH =
      words(
          "de het een en van ik je jij we wij zij dat dit die niet geen maar dan met voor naar bij"
              + " uit op aan om te er ook nog wordt zijn heeft kan moet staat mijn jouw hoe wat als");
  private static final Set<String> ENGLISH =
      words(
          "the a an and i you your my they it its that this these not no but then with for from to"
              + " by on at about are be has have can must does how what when if which");

  private Tongue() {}

  /** {@code nl}, {@code en}, or empty when the text does not tell. */
  static String of(String text) {
    var dutch = 0;
    var english = 0;
    for (var word : Analyser.plainWords(text)) {
      dutch += DUTCH.contains(word) ? 1 : 0;
      english += ENGLISH.contains(word) ? 1 : 0;
    }
    return dutch == english ? "" : dutch > english ? "nl" : "en";
  }

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ")));
  }
}
