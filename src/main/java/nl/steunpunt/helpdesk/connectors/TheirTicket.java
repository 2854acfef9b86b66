package nl.steunpunt.helpdesk.connectors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param maker the account that made it: ours, unless they merged it into another
 * @param updated by their clock
 * @param entries what the asker may read, in their order
 * @param lastEntry the newest there is, whatever kind
 */
public record TheirTicket(
    String status, String maker, Instant updated, List<Entry> entries, long lastEntry) {

  /**
   * @param account who wrote it, as that system names people; compared with the maker
   * @param email null: not known
   */
  public record Entry(long id, String account, String name, @Nullable String email, String text) {}
}
