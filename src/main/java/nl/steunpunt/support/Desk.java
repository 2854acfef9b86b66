package nl.steunpunt.support;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
   * What a caller is stuck on, as far as routing looks at it.
   *
   * @param topic null: not known
   * @param stuck the caller cannot go on
   */
  record Trouble(PersonId caller, long system, @Nullable Long topic, boolean stuck) {}

  /**
   * Somebody who came to the desk first.
   *
   * @param solution with {@link Way#SOLVED}: what was told
   * @param sending the form it was typed in: sent again it is the same question; null: none
   */
  record Call(Trouble trouble, String text, Way way, String solution, @Nullable UUID sending) {}

  /**
   * Who gets a question.
   *
   * @param place where that one sits; null: unknown
   * @param sameFloor as the one who asks
   */
  record Helper(PersonId id, String name, @Nullable String place, boolean sameFloor) {}

  /**
   * A caller's question as it was filed.
   *
   * @param helper who has it now; null: the desk
   */
  record Filed(QuestionId question, @Nullable Helper helper) {}

  /**
   * Keeps the question as it is until the transaction ends.
   *
   * @throws nl.steunpunt.platform.web.Refusal when it is not with the desk (any more)
   */
  void requireAtDesk(Me me, QuestionId question);

  /**
   * Those of these that are with the desk, kept as they are until the transaction ends. Nothing is
   * refused: what has left meanwhile is not among them.
   */
  Set<QuestionId> holdAtDesk(Me me, Collection<QuestionId> questions);

  /**
   * A second trouble in it becomes a question of its own, of the same asker, at the desk.
   *
   * @param sending the form it was typed in: sent again it is the same question; null: none
   */
  QuestionId splitOff(Me me, QuestionId from, String text, @Nullable UUID sending);

  /**
   * Withdraws what {@link #splitOff} made.
   *
   * @return false: somebody wrote in it or took it elsewhere since
   */
  boolean dropSplit(Me me, QuestionId question);

  /**
   * The desk was not done with it after all.
   *
   * @param asItWas asked when nobody can change the question any more: whether it is still closed
   *     as the caller means it
   * @return false: its asker said what they think of it since, it is open, or it is not as it was
   */
  boolean openAgain(Me me, QuestionId question, BooleanSupplier asItWas);

  /** This one of the desk has it now: all at the question see who. */
  void noteTaken(Me me, QuestionId question);

  /** Nobody of the desk has it any more. */
  void noteReleased(Me me, QuestionId question);

  /**
   * Gives it back with advice.
   *
   * @param to null: {@link #wouldGetBack}
   */
  void giveBack(Me me, QuestionId question, UUID clientId, String advice, @Nullable PersonId to);

  /**
   * Who had it before, or when that one is away whom routing finds; nobody: it cannot be given
   * back.
   */
  Optional<Helper> wouldGetBack(Me me, QuestionId question);

  /**
   * A word to all at the question, which is with the desk.
   *
   * @param clientId made by the form: sent again it is said once
   */
  void say(Me me, QuestionId question, UUID clientId, String text);

  /** The desk is done with it; the text is for the asker. */
  void close(Me me, QuestionId question, UUID clientId, String text);

  Filed file(Me me, Call call);

  /** Nobody: the question would come straight back to the desk. */
  Optional<Helper> helperFor(Me me, Trouble trouble);

  List<SystemChoice> systems();
}
