package nl.steunpunt.support.suggestion;

import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Known issues and answers that look like what somebody is about to ask. */
@RestController
class SuggestionApi {
  private static final int USUAL = 5;
  private static final int MOST = 20;

  private final Suggestions suggestions;
  private final Systems systems;

  SuggestionApi(Suggestions suggestions, Systems systems) {
    this.suggestions = suggestions;
    this.systems = systems;
  }

  /**
   * @param id the number of the answer or issue
   * @param topic its number
   * @param matched the words, as they were typed, for which this was found
   */
  record Suggested(
      SuggestionKind kind,
      long id,
      @Nullable Long topic,
      String title,
      String excerpt,
      List<String> matched) {
    static Suggested of(Suggestion it) {
      return new Suggested(
          it.kind(),
          it.id(),
          it.topic() == null ? null : it.topic().value(),
          it.title(),
          it.excerpt(),
          it.matched());
    }
  }

  /**
   * The best first; none under three letters.
   *
   * @param system key or number; left out: of all systems
   * @param limit at most 20
   */
  @GetMapping("/api/v1/suggestions")
  Slice<Suggested> find(
      Me me,
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Ref system,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = limit == null ? USUAL : Math.min(Slice.limit(limit), MOST);
    return Slice.whole(
        suggestions.find(q, known(system), me.language(), rows).stream()
            .map(Suggested::of)
            .toList());
  }

  private @Nullable SystemId known(@Nullable Ref system) {
    if (system == null) {
      return null;
    }
    return systems
        .find(system)
        .orElseThrow(() -> Invalid.parameter("system", "api.member.nobody", system.text()))
        .id();
  }
}
