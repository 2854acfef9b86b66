package nl.steunpunt.issues;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an issue points at.
 *
 * @param kind {@code ticket} or {@code idea}
 * @param address null: who reads the title knows where it is
 */
public record PastPointer(
    IssueId issue, PersonId by, String kind, String title, @Nullable String address, Instant at) {}
