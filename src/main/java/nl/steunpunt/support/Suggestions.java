package nl.steunpunt.support;

import java.util.Collection;
import java.util.List;
import nl.steunpunt.network.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * Known issues and reusable answers that look like what somebody types: in Dutch or English, with
 * typing errors, compounds joined or split, and everyday synonyms.
 */
public interface Suggestions {

  /** Takes it up, or what has changed of it; found once the caller's transaction has committed. */
  void put(Suggestible suggestible);

  /** As {@link #put}, for many at once. */
  void putAll(Collection<Suggestible> suggestibles);

  void remove(SuggestionKind kind, long refId);

  /**
   * The best first; empty under three letters. Meant for each pause in typing as well as for a
   * whole question or issue; what lies beyond 4,000 characters is not read. Shows the answers and
   * issues of active systems, which everybody in the organisation may see.
   *
   * @param system only this system's; null for all
   */
  default List<Suggestion> find(String typed, @Nullable SystemId system, int limit) {
    return find(typed, system, "", limit);
  }

  /**
   * @param language the reader's: of what fits about as well, what is written in it comes first;
   *     empty when nobody reads it
   */
  List<Suggestion> find(String typed, @Nullable SystemId system, String language, int limit);
}
