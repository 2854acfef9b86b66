package nl.steunpunt.helpdesk;

import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;

/** Takes in how a desk was arranged elsewhere or before, and what it did; nobody is told of it. */
public interface DeskArranging {
  /**
   * @param topics of that system; none: the system as a whole
   * @param people who work it; none: all of the desk
   */
  record NewQueue(
      String nameNl, String nameEn, long system, List<Long> topics, List<PersonId> people) {}

  record NewAnswer(String titleNl, String textNl, String titleEn, String textEn) {}

  /**
   * @param answer the title in Dutch of the answer that it says; null: none
   * @param close the word of a reason; null: it stays open
   * @param severity high, normal or low; null: it stays
   */
  record NewMacro(
      String nameNl,
      String nameEn,
      @Nullable String answer,
      @Nullable String close,
      @Nullable String severity,
      boolean takes) {}

  /**
   * A visit that has ended: the question is there already.
   *
   * @param couldPowerUser whether a power user could have solved it
   */
  record PastVisit(QuestionId question, PersonId closedBy, boolean couldPowerUser) {}

  void arrange(List<NewQueue> queues, List<NewAnswer> answers, List<NewMacro> macros);

  void visited(List<PastVisit> visits);

  void note(QuestionId question, PersonId by, String text);
}
