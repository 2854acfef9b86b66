package nl.steunpunt.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three weeks at Novum: who asked what, who said what and how it ended, up to a given moment. Every
 * moment in it lies in working time and before that one.
 */
record Story(
    List<Asked> questions, List<Vented> signals, List<Known> issues, List<Helped> helpMoments) {

  /**
   * @param helper the power user who got it
   * @param near the asker has no power user: the helper was the nearest other
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
    HEARD,
    ANSWERED,
    BECAME_QUESTION,
    BECAME_ISSUE,
    LEFT
  }

  /**
   * @param reply what the sender hears: the answer, or the reason why it is left
   * @param changedAt when it got its state
   */
  record Vented(
      Employee sender,
      boolean nameless,
      Employee heardBy,
      String topic,
      String text,
      SignalState state,
      @Nullable String issue,
      @Nullable String reply,
      Instant at,
      Instant changedAt) {}

  record Known(
      String key,
      String topic,
      String status,
      Employee reporter,
      String title,
      String description,
      String workaround,
      Instant at,
      Instant changedAt) {}

  record Helped(Employee powerUser, String topic, int minutes, String note, Instant at) {}
}
