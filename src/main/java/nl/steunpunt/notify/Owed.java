package nl.steunpunt.notify;

import java.time.Instant;
import nl.steunpunt.people.PersonId;

/**
 * Somebody is owed word about a conversation.
 *
 * @param conversation 'question-7'
 * @param since what they were told of by page only, came after this
 */
public record Owed(PersonId personId, String conversation, Way way, Instant since) {}
