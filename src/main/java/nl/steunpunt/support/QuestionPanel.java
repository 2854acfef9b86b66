package nl.steunpunt.support;

import nl.steunpunt.platform.web.Viewer;
import org.jspecify.annotations.Nullable;

/** A part beside the question that another module shows: support does not know of issues. */
public interface QuestionPanel {
  /** The address of the part for this question; null: nothing for this viewer. */
  @Nullable String path(QuestionId question, Viewer viewer);
}
