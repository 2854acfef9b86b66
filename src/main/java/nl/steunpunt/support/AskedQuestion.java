package nl.steunpunt.support;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.support.question.Next;
import nl.steunpunt.support.question.Outcome;
import nl.steunpunt.support.question.Status;
import nl.steunpunt.support.question.StepKind;
import org.jspecify.annotations.Nullable;

/**
 * A question as the API gives it.
 *
 * @param powerUser who has it or had it last
 * @param next null when it waits for a person without a limit
 */
public record AskedQuestion(
    long id,
    Status status,
    Outcome outcome,
    String system,
    @Nullable String topic,
    String text,
    Colleague asker,
    Colleague filedBy,
    @Nullable Colleague powerUser,
    boolean stuck,
    @Nullable Instant stuckUntil,
    boolean taken,
    Instant askedAt,
    Instant changedAt,
    List<Stop> route,
    @Nullable Coming next) {

  public record Colleague(
      long id, String name, @Nullable String department, @Nullable String location) {}

  public record Named(long id, String name) {}

  /**
   * A stop on the route.
   *
   * @param reason why this one, in the reader's language; {@code reasons} are the same as words
   * @param at null for who is neither asker nor power user
   */
  public record Stop(
      StepKind step,
      @Nullable Named person,
      @Nullable String reason,
      List<String> reasons,
      @Nullable Instant at) {}

  /**
   * What happens when nobody does anything.
   *
   * @param person who would get it, as far as can be seen now
   */
  public record Coming(Next.Kind what, Instant at, @Nullable Named person) {}
}
