package nl.steunpunt.network;

import nl.steunpunt.people.PersonId;

/** A person has become a power user of a system; the mandate is provisional. */
public record MandateGranted(MandateId mandate, PersonId person, SystemId system) {}
