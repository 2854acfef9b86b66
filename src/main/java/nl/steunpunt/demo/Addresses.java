package nl.steunpunt.demo;

import java.text.Normalizer;
import java.util.Locale;

/** Mail addresses and telephone numbers that reach nobody, whatever a demo sends. */
final class Addresses {

  /** {@code .example} is reserved (RFC 2606): it can never be registered. */
  private static final String DOMAIN = "@novum.example";

  private Addresses() {}

  /** "Fatima El Idrissi" becomes fatima.elidrissi@novum.example. */
  static String of(String name) {
    var space = name.indexOf(' ');
    return letters(name.substring(0, space)) + "." + letters(name.substring(space)) + DOMAIN;
  }

  /** The same address for the next person of that name: fatima.elidrissi2@novum.example. */
  static String of(String name, int occurrence) {
    return occurrence == 1 ? of(name) : of(name).replace("@", occurrence + "@");
  }

  /** No Dutch subscriber number starts with a 0, neither behind an area code nor behind 06. */
  static String phone(String site, boolean mobile, String employeeNumber) {
    if (mobile) {
      return "+31 6 0000 " + employeeNumber;
    }
    return "+31 " + (site.startsWith("Groningen") ? 50 : 30) + " 000 " + employeeNumber;
  }

  private static String letters(String text) {
    // The Turkish dotless i has no accent to take off.
    return Normalizer.normalize(text.replace('ı', 'i').replace('ł', 'l'), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
