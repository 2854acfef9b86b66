package nl.steunpunt.network;

import nl.steunpunt.people.PersonId;

/**
 * A person is no power user of this system any more, or not for now: what they still hold must find
 * another place. The role goes when {@code lastOfPerson}.
 */
public record MandateEnded(
    MandateId mandate, PersonId person, SystemId system, boolean lastOfPerson) {}
