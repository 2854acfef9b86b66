package nl.steunpunt.helpdesk.outcome;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about, as far as it is told: a system with its topics.
 *
 * @param systemId null: of systems that are told together
 * @param whole all that is told of the system
 * @param topics the same by topic
 */
record Subject(@Nullable Long systemId, Group<Long> whole, List<Group<Long>> topics) {

  /**
   * Topics within what is told of their system, or the topics and it would tell what neither does.
   */
  static List<Subject> shown(List<Asked> rows) {
    var subjects = new ArrayList<Subject>();
    for (var system : Group.shown(rows, Asked::systemId)) {
      subjects.add(new Subject(system.key(), system, Group.shown(system.all(), Asked::topicId)));
    }
    return subjects;
  }
}
