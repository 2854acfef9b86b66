package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;

/** Somebody is away at other times between these two moments. Told within the transaction. */
public record AbsencesChanged(PersonId person, Instant from, Instant until) {}
