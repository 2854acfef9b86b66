package nl.steunpunt.network.division;

import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * What would move.
 *
 * @param from who has it now; null: nobody
 */
public record Move(SystemId system, ConstituencyRule rule, @Nullable MandateId from) {
  public String query() {
    return "system=%s&kind=%s&ref=%d%s"
        .formatted(system, rule.kind().name(), rule.refId(), from == null ? "" : "&from=" + from);
  }
}
