package nl.steunpunt.network;

import java.time.LocalDate;
import java.util.Collection;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Posters and signs of the past, for who brings an organisation with some. */
public interface PaperHistory {
  /**
   * @param format its word: {@code a3}, {@code desk}
   * @param spot where exactly
   * @param named whose name stands on it, if they agreed to that; null: nobody's
   * @param oldLook printed before the organisation's look was as it is
   */
  record PastPiece(
      long location,
      String format,
      String spot,
      @Nullable PersonId named,
      LocalDate hungOn,
      boolean oldLook) {}

  /** How often the code of a place was followed on one day. */
  record PastScans(long location, LocalDate day, int scans) {}

  /** Where nothing hangs yet; else nothing is done. */
  void add(Collection<PastPiece> pieces, Collection<PastScans> scans);
}
