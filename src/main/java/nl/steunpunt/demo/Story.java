package nl.steunpunt.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three weeks at Novum: who asked what, who said what and how it ended, up to a given moment. Every
 * moment in it lies in working time and before that one.
 */
record Story(
    List<Asked> questions,
    List<Vented> signals,
    List<Known> issues,
    List<Kept> answers,
    List<Helped> helpMoments,
    List<Called> calls) {

  /**
   * @param helper the power user who got it
   * @param near the asker has no power user: the helper was the nearest other
   * @param stuckUntil the deadline, for who cannot go on and has one
   * @param issue the key of the issue it was about
   */
  record Asked(
      Employee asker,
      Employee helper,
      boolean near,
      String topic,
      String text,
      Outcome outcome,
      boolean stuck,
      @Nullable Instant stuckUntil,
      boolean kept,
      @Nullable String issue,
      Instant at,
      List<Said> conversation) {

    Instant changedAt() {
      return conversation.isEmpty() ? at : conversation.getLast().at();
    }
  }

  /** What {@code kind} says is the word of the schema: said, answer, why or tried. */
  record Said(Employee author, String kind, String text, Instant at) {}

  enum SignalState {
    SENT,
    HEARD,
    ANSWERED,
    BECAME_QUESTION,
    BECAME_ISSUE,
    LEFT
  }

  /**
   * @param powerUser whose it is; null: nobody serves the sender, the network lead has it
   * @param reply what the sender hears: the answer, also to the question that it became, or the
   *     reason why it is left
   * @param changedAt when it got its state
   * @param endedAt when the question that it became was answered; else as {@code changedAt}
   */
  record Vented(
      Employee sender,
      boolean nameless,
      @Nullable Employee powerUser,
      String topic,
      String text,
      SignalState state,
      @Nullable String issue,
      @Nullable String reply,
      Instant at,
      Instant changedAt,
      Instant endedAt) {}

  /**
   * @param workaround null: its description says what helps, or nothing does
   * @param severity how much it hinders, as the register says it; null: nobody has weighed it
   * @param release in which the fix is planned; null: in none
   * @param meToo who is hit by it and asked nothing
   * @param said what was said to solve it; {@code kind} is the word of that conversation
   * @param pointers tickets elsewhere and ideas
   */
  record Known(
      String key,
      String topic,
      String status,
      Employee reporter,
      String title,
      String description,
      @Nullable String workaround,
      @Nullable String severity,
      @Nullable String release,
      Instant at,
      Instant changedAt,
      List<Joined> meToo,
      List<Said> said,
      List<Pointing> pointers) {}

  /**
   * @param kind {@code ticket} or {@code idea}
   */
  record Pointing(String kind, String title, @Nullable String address) {}

  /** Who said "me too", or "this helps me". */
  record Joined(Employee who, Instant at) {}

  /**
   * @param from where it was given; null: written for its own sake
   * @param title the question it answers
   */
  record Kept(
      Employee author,
      @Nullable Asked from,
      String topic,
      String title,
      String text,
      String why,
      Instant at,
      List<Joined> helped) {}

  record Helped(Employee powerUser, String topic, int minutes, String note, Instant at) {}

  /** Somebody called the helpdesk, which solved it, and no power user heard of it. */
  record Called(
      Employee caller,
      Employee desk,
      String topic,
      String text,
      String solution,
      Instant at,
      Instant solvedAt) {}
}
