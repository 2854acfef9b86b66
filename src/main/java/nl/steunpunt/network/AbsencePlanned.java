package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;

/** Somebody will be away, or is from now on. Told within the transaction that plans it. */
public record AbsencePlanned(PersonId person, Instant from, Instant until) {}
