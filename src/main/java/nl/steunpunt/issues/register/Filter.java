package nl.steunpunt.issues.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.issues.issue.Severity;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which issues of the register. Only what is asked stands in the statement: one that allowed for
 * each wish would be planned for none of them.
 *
 * @param text words that it has, or its number; empty: whatever it says
 * @param open null: also those that ended
 * @param statuses empty: any
 * @param severities empty: any
 * @param unowned nobody sees to it
 * @param mine the reader is hit by it
 * @param workaround whether something helps meanwhile; null: either
 * @param release the planned one; empty: any
 */
public record Filter(
    String text,
    @Nullable Boolean open,
    List<Status> statuses,
    @Nullable SystemId system,
    @Nullable TopicId topic,
    List<Severity> severities,
    @Nullable PersonId owner,
    boolean unowned,
    boolean mine,
    @Nullable Boolean workaround,
    String release) {

  /**
   * Conditions on {@code issues.issue i}, but for its words, with what {@link #parameters} gives
   * and {@code :me}.
   */
  public String where() {
    var all = new ArrayList<String>();
    all.add("i.merged_into is null");
    if (open != null) {
      all.add("i.open = " + open);
    }
    if (!statuses.isEmpty()) {
      all.add("i.status = any(:statuses)");
    }
    if (system != null) {
      all.add("i.system_id = :system");
    }
    if (topic != null) {
      all.add("i.topic_id = :topic");
    }
    if (!severities.isEmpty()) {
      all.add("i.severity = any(:severities)");
    }
    if (owner != null) {
      all.add("i.owner_id = :owner");
    }
    if (unowned) {
      all.add("i.owner_id is null");
    }
    if (mine) {
      all.add("i.id in (select m.issue_id from issues.me_too m where m.person_id = :me)");
    }
    if (workaround != null) {
      all.add(workaround ? "i.workaround is not null" : "i.workaround is null");
    }
    if (!release.isEmpty()) {
      all.add("i.planned_release = :release");
    }
    return String.join(" and ", all);
  }

  public Map<String, Object> parameters() {
    var values = new HashMap<String, Object>();
    values.put("statuses", statuses.stream().map(Status::word).toArray(String[]::new));
    values.put("severities", severities.stream().map(Severity::word).toArray(String[]::new));
    values.put("release", release);
    if (system != null) {
      values.put("system", system.value());
    }
    if (topic != null) {
      values.put("topic", topic.value());
    }
    if (owner != null) {
      values.put("owner", owner.value());
    }
    return values;
  }
}
