package nl.steunpunt.support;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;

/** Somebody called the helpdesk first, and the helpdesk solved it. */
public record PastCall(
    PersonId caller,
    PersonId desk,
    SystemId system,
    TopicId topic,
    String text,
    String solution,
    Instant at,
    Instant solvedAt) {}
