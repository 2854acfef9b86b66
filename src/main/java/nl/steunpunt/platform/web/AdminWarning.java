package nl.steunpunt.platform.web;

import java.util.Optional;

/** Something that waits for an administrator; a bean of the room that can tell. */
public interface AdminWarning {

  /** Empty while all is well. */
  Optional<Notice> notice();

  /**
   * @param key of a sentence that says what is wrong
   * @param path where it can be put right
   * @param action key of the words that lead there
   */
  record Notice(String key, String path, String action) {}
}
