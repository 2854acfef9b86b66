package nl.steunpunt.support;

/**
 * Told, in its transaction, that something happened to a question that the desk has or had: for a
 * desk that works in another system as well.
 */
public interface DeskFollower {

  void changed(QuestionId question);
}
