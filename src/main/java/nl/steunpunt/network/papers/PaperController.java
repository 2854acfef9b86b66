package nl.steunpunt.network.papers;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One paper of one mandate. */
@RestController
public class PaperController {
  private final Papers papers;

  PaperController(Papers papers) {
    this.papers = papers;
  }

  @GetMapping("/mandates/{id}/papers/{kind}")
  ResponseEntity<byte[]> show(
      Me me,
      @PathVariable MandateId id,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable String language) {
    var chosen = PaperKind.of(kind);
    if (chosen == null) {
      throw new NotFound();
    }
    return PaperAnswer.of(papers.visibleTo(me, id, chosen, PaperAnswer.language(language, me)));
  }
}
