package nl.steunpunt.people.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Long enough and not what everyone tries first. No rule about signs and capitals: they make people
 * write passwords down and guessers no slower (NIST SP 800-63B, section 3.1.1.2).
 */
final class PasswordRule {
  static final int SHORTEST = 12;

  /** Longer is no password any more, but work that somebody wants us to do. */
  static final int LONGEST = 200;

  private static final List<String> COMMON =
      List.of(
          "wachtwoord",
          "password",
          "welkom",
          "welcome",
          "qwerty",
          "azerty",
          "geheim",
          "steunpunt",
          "inloggen",
          "admin",
          "letmein",
          "abcdef",
          "123456",
          "iloveyou",
          "zomer",
          "winter",
          "voorjaar",
          "najaar",
          "lente",
          "herfst",
          "januari",
          "februari",
          "maart",
          "april",
          "juni",
          "juli",
          "augustus",
          "september",
          "oktober",
          "november",
          "december");

  private PasswordRule() {}

  /** The key of what is wrong with it, if anything. */
  static Optional<String> broken(String password, String name, String email) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("password.too_short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("password.too_long");
    }
    return isGuessable(password, name, email) ? Optional.of("password.common") : Optional.empty();
  }

  /**
   * Without the words that everyone tries, and without digits, four different signs must be left.
   */
  private static boolean isGuessable(String password, String name, String email) {
    var rest = password.toLowerCase(Locale.ROOT);
    var known = new ArrayList<>(COMMON);
    known.add(email.toLowerCase(Locale.ROOT).replaceAll("@.*", ""));
    known.addAll(List.of(name.toLowerCase(Locale.ROOT).split("\\s+")));
    for (var word : known) {
      if (word.length() > 2) {
        rest = rest.replace(word, "");
      }
    }
    return rest.codePoints().filter(sign -> !Character.isDigit(sign)).distinct().count() < 4;
  }
}
