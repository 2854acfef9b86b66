package nl.steunpunt.network;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;

/**
 * What a power user did, as numbers that are theirs: a bean of each module that knows some. Only
 * that person is ever shown them, and decides for each whether it goes into the appraisal.
 */
public interface OwnCounts {
  enum What {
    /** Answered, and not disputed since. */
    QUESTIONS,
    HELP_MOMENTS
  }

  record OwnCount(What what, int number) {}

  List<OwnCount> of(PersonId powerUser, SystemId system, Instant from, Instant until);
}
