package nl.steunpunt.people;

import java.io.InputStream;

/** Brings the directory in from a file with nobody at the screen: no preview, no skipped rows. */
public interface DirectoryLoading {

  /**
   * All or nothing; the same file again changes nothing.
   *
   * @param file as the import in the browser takes it, CSV or XLSX
   * @throws RuntimeException when a row is bad, or another import is at work
   */
  void load(String fileName, InputStream file);
}
