package nl.steunpunt.people;

import java.util.List;

/**
 * These people have another department, place of work or manager: who is near to whom has changed.
 * At most {@value PeopleLeft#MOST} at a time.
 */
public record PeopleMoved(List<PersonId> people) {}
