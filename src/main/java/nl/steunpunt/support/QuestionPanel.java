package nl.steunpunt.support;

import nl.steunpunt.platform.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A part of the question's page that another room shows: support does not know of issues or desk.
 */
public interface QuestionPanel {
  enum Place {
    /**
     * The list that a helper works from, on the left of a wide screen; the first one there is wins.
     */
    LIST,
    /** Beside where the question stands. */
    SIDE
  }

  Place place();

  /** The key of its title. */
  String key();

  /** The address of the part for this question; null: nothing for this viewer. */
  @Nullable String path(QuestionId question, Viewer viewer);
}
