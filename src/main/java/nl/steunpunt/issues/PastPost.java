package nl.steunpunt.issues;

import java.time.Instant;
import nl.steunpunt.people.PersonId;

/**
 * What somebody said then who helped to solve an issue.
 *
 * @param kind a word of the conversation: {@code reproduced}
 */
public record PastPost(IssueId issue, PersonId author, String kind, String text, Instant at) {}
