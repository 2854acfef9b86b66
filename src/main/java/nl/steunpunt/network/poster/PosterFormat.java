package nl.steunpunt.network.poster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.platform.print.SheetSize;

/** What is made; sizes in millimetres. */
public enum PosterFormat {
  A3(297, 420),
  A4(210, 297),
  A5(148, 210),
  /** Folded three times, it stands on a desk and says the same on both sides. */
  DESK(210, 297),
  DOOR(210, 148),
  /** Fits the usual holder. */
  BADGE(90, 55);

  private final SheetSize size;

  PosterFormat(double width, double height) {
    size = new SheetSize(width, height);
  }

  public static Optional<PosterFormat> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  public SheetSize size() {
    return size;
  }

  /** Seen from afar, and asks a question; a sign says where one is. */
  public boolean isPoster() {
    return this == A3 || this == A4 || this == A5;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
