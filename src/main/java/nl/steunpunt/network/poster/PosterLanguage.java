package nl.steunpunt.network.poster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.platform.i18n.Messages;

public enum PosterLanguage {
  NL(Messages.DUTCH),
  EN(Messages.ENGLISH),
  BOTH(Messages.DUTCH, Messages.ENGLISH);

  private final List<Locale> spoken;

  PosterLanguage(Locale... spoken) {
    this.spoken = List.of(spoken);
  }

  public static Optional<PosterLanguage> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  List<Locale> spoken() {
    return spoken;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
