package nl.steunpunt.issues;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The helpdesk's tickets of the questions that an issue has; who keeps tickets says them. */
public interface IssueTickets {
  /** Of one issue no more than this many are named, the newest first. */
  int MOST = 20;

  /**
   * @param question whose ticket it is
   * @param open the helpdesk has it still
   */
  record Ticket(long question, boolean open) {}

  /** By issue; what has none is absent. */
  Map<IssueId, List<Ticket>> of(Collection<IssueId> issues);
}
