package nl.steunpunt.network;

import nl.steunpunt.people.PersonId;

/** A person has become a power user of a system: questions are routed to them from now on. */
public record MandateGranted(MandateId mandate, PersonId person, SystemId system) {}
