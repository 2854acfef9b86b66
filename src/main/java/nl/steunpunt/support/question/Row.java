package nl.steunpunt.support.question;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;

/** A question as its table has it. */
record Row(
    @Nullable QuestionId id,
    PersonId askerId,
    PersonId filedById,
    SystemId systemId,
    @Nullable TopicId topicId,
    Origin origin,
    Instant askedAt,
    String text,
    Status status,
    Outcome outcome,
    @Nullable PersonId powerUserId,
    @Nullable Instant takenAt,
    boolean stuck,
    @Nullable Instant stuckUntil,
    @Nullable Instant waitingSince,
    @Nullable Instant snoozedUntil,
    @Nullable Instant deskSince,
    Next.@Nullable Kind nextStep,
    @Nullable Instant nextAt,
    @Nullable PersonId nextPersonId) {

  @Nullable Next next() {
    return nextStep == null || nextAt == null ? null : new Next(nextStep, nextAt, nextPersonId);
  }
}
