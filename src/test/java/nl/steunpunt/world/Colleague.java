package nl.steunpunt.world;

import nl.steunpunt.people.PersonId;

/** Someone of the cast, as stored. */
public record Colleague(PersonId id, String name, String email) {}
