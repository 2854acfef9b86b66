package nl.steunpunt.issues;

import java.util.Collection;
import nl.steunpunt.people.PersonId;

/**
 * What a room keeps by issue and person (who was told, who said that it is not so) and must follow
 * when issues become one or two. Called in the transaction that does it, after people and questions
 * were carried over. To undo a split is to merge the two.
 */
public interface IssueCarrying {
  /** All that {@code gone} had goes with it into {@code kept}, whose own of a person holds. */
  void merged(IssueId gone, IssueId kept);

  /**
   * {@code gone} is an issue of its own again: what {@link #merged} brought into {@code kept} goes
   * back.
   *
   * @param people who follow {@code kept} no longer
   */
  void mergerUndone(IssueId gone, IssueId kept, Collection<PersonId> people);

  /**
   * {@code to} is new, and came out of {@code from}.
   *
   * @param moved who follow {@code to} from now on, and {@code from} no longer
   * @param both who follow both
   */
  void split(IssueId from, IssueId to, Collection<PersonId> moved, Collection<PersonId> both);
}
