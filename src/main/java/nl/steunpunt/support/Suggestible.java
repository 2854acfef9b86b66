package nl.steunpunt.support;

import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A reusable answer or a known issue that may be what somebody is about to ask.
 *
 * @param refId its number where it lives, unique within its kind
 * @param title counts most; for an answer the question it answers
 * @param text all else that is known of it: the answer with its why, a description, a workaround
 */
public record Suggestible(
    SuggestionKind kind,
    long refId,
    SystemId system,
    @Nullable TopicId topic,
    String title,
    String text) {}
