package nl.steunpunt.campaign.awareness;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be answered. */
public enum Word {
  YES,
  THINK,
  NO;

  static Optional<Word> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
