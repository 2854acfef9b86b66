package nl.steunpunt.network.poster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How it looks. */
public enum PosterDesign {
  BOLD(new BoldDesign()),
  CALM(new CalmDesign()),
  ROUND(new RoundDesign());

  private final Design design;

  PosterDesign(Design design) {
    this.design = design;
  }

  public static Optional<PosterDesign> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  Design design() {
    return design;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
