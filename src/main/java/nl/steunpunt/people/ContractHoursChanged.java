package nl.steunpunt.people;

import java.util.List;

/**
 * These people have other contract hours a week, more or fewer, or none that are known. At most
 * {@value PeopleLeft#MOST} at a time.
 */
public record ContractHoursChanged(List<PersonId> people) {}
