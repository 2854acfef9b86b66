package nl.steunpunt.helpdesk;

import java.io.InputStream;

/** Imports a file of the helpdesk's history in nobody's name, as its columns can be guessed. */
public interface HistoryLoading {
  void load(String fileName, InputStream file);
}
