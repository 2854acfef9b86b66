package nl.steunpunt.issues;

import nl.steunpunt.people.PersonId;

/** What other modules may do with an issue, in their transaction. */
public interface IssueDoor {
  /**
   * This person is hit by it, says somebody who helps them; they hear what becomes of it.
   *
   * @return false: that was known
   * @throws nl.steunpunt.platform.web.NotFound when there is no such issue
   */
  boolean hit(IssueId issue, PersonId whom);

  /** It was a mistake; stays when they have a question about it since. */
  void notHit(IssueId issue, PersonId whom);
}
