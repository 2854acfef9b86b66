package nl.steunpunt.network;

import java.time.LocalDate;
import java.util.Collection;

/** Posters and signs of the past, for who brings an organisation with some. */
public interface PaperHistory {
  /**
   * @param format its word: {@code a3}, {@code desk}
   * @param spot where exactly
   * @param oldLook printed before the organisation's look was as it is
   */
  record PastPiece(long location, String format, String spot, LocalDate hungOn, boolean oldLook) {}

  /** How often the code of a place was followed on one day. */
  record PastScans(long location, LocalDate day, int scans) {}

  /** Where nothing hangs yet; else nothing is done. */
  void add(Collection<PastPiece> pieces, Collection<PastScans> scans);
}
