package nl.steunpunt.support;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;

/**
 * Help given in passing, where its power user works today.
 *
 * @param minutes 1 to 480
 */
public record PastHelpMoment(
    PersonId powerUser, SystemId system, TopicId topic, int minutes, String note, Instant at) {}
