package nl.steunpunt.helpdesk;

import java.io.InputStream;
import java.time.LocalDate;

/** Imports a file of the helpdesk's history in nobody's name, as its columns can be guessed. */
public interface HistoryLoading {
  boolean isEmpty();

  /**
   * @param until the Monday before which its weeks are the baseline
   */
  void load(String fileName, InputStream file, LocalDate until);
}
