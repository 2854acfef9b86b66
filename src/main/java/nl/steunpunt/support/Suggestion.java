package nl.steunpunt.support;

import java.util.List;
import nl.steunpunt.network.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What may be yours already.
 *
 * @param id the number of the answer or issue
 * @param excerpt the beginning of its text, at most {@value #EXCERPT} characters
 * @param score only for comparing within one list, best first
 * @param matched the words, as they were typed, for which this was found
 */
public record Suggestion(
    SuggestionKind kind,
    long id,
    @Nullable TopicId topic,
    String title,
    String excerpt,
    double score,
    List<String> matched) {

  public static final int EXCERPT = 200;
}
