package nl.steunpunt.support;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody did something in a question that is not their own. Told within the transaction. */
public record QuestionWorkedOn(PersonId by, SystemId system, QuestionId question, Instant at)
    implements WorkDone {
  @Override
  public WorkKind kind() {
    return WorkKind.QUESTION;
  }

  @Override
  public long subject() {
    return question.value();
  }

  @Override
  public @Nullable Integer minutes() {
    return null;
  }
}
