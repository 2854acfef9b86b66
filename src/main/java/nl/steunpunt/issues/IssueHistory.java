package nl.steunpunt.issues;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.steunpunt.people.PersonId;

/** Takes in issues that were known elsewhere, or before; nobody is told of it. */
public interface IssueHistory {

  /**
   * All at once; what is open is suggested once the caller's transaction has committed. Who is hit
   * twice by the same issue counts once.
   *
   * @return their numbers, in the same order
   * @throws nl.steunpunt.platform.web.Refusal when a status is no word of the register
   */
  List<IssueId> addAll(List<PastIssue> issues);

  /** What was said to solve them. */
  void sayAll(List<PastPost> posts);

  /** Tickets elsewhere and ideas. */
  void pointAll(List<PastPointer> pointers);

  /**
   * How it stands is news since then: power users can tell it.
   *
   * @param told by these power users, to those whom they are the first for
   */
  void makeNews(IssueId issue, Instant at, Collection<PersonId> told);
}
