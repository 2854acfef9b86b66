package nl.steunpunt.notify;

import nl.steunpunt.people.PersonId;

/**
 * Mail that somebody can do their work without: a switch on the page of notices, as a bean of the
 * room that sends it. It is no {@link Occasion}: it is not about what happens to them.
 */
public interface SpareMail {
  /** Of the field, and of its texts: {@code notice.spare.}... and {@code notice.spare.hint.}... */
  String word();

  boolean isWanted(PersonId person);

  void choose(PersonId person, boolean wanted);
}
