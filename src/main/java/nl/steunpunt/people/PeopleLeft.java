package nl.steunpunt.people;

import java.util.List;

/**
 * These people no longer work here: their work goes to others. At most {@value #MOST} at a time.
 */
public record PeopleLeft(List<PersonId> people) {
  public static final int MOST = 500;
}
