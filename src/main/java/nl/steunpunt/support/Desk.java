package nl.steunpunt.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What the helpdesk does with questions: the door for the module that has the desk. */
public interface Desk {
  record TopicChoice(long id, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  record SystemChoice(long id, String name, List<TopicChoice> topics) {}

  /** Where a caller's question goes. */
  enum Way {
    POWER_USER,
    DESK,
    /**
     * It was solved on the phone: it is counted, and the caller may still say that it is not so.
     */
    SOLVED
  }

  /**
   * Somebody who came to the desk first.
   *
   * @param solution with {@link Way#SOLVED}: what was told
   */
  record Call(
      PersonId caller, long system, @Nullable Long topic, String text, Way way, String solution) {}

  /**
   * Who would get the caller's question now.
   *
   * @param place where that one sits; null: unknown
   */
  record Helper(String name, @Nullable String place, boolean sameFloor) {}

  /**
   * Gives it back with advice.
   *
   * @param to null: who had it before, or when that one is away whom routing finds
   */
  void giveBack(Me me, QuestionId question, UUID clientId, String advice, @Nullable PersonId to);

  /** The desk is done with it; the text is for the asker. */
  void close(Me me, QuestionId question, UUID clientId, String text);

  QuestionId take(Me me, Call call);

  /** Nobody: the question would come straight back to the desk. */
  Optional<Helper> helperFor(PersonId caller, long system);

  List<SystemChoice> systems();

  /** The screens of all at the question read it anew. */
  void tellChanged(QuestionId question, String what);
}
