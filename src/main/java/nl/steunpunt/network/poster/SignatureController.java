package nl.steunpunt.network.poster;

import java.util.Locale;
import nl.steunpunt.network.papers.PaperAnswer;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own, below one's mail. */
@Controller
public class SignatureController {
  private static final String PATH = "/posters/signature";

  private final Signatures signatures;

  SignatureController(Signatures signatures) {
    this.signatures = signatures;
  }

  public record SignaturePage(String language, String html, String name, String picture) {}

  @GetMapping(PATH)
  ModelAndView show(Me me, @RequestParam(required = false) @Nullable String language) {
    var spoken = PaperAnswer.language(language, me);
    var it = signature(me, spoken);
    return Reply.page(
        "network/poster/signature",
        new SignaturePage(
            spoken.getLanguage(),
            it.html(),
            it.name(),
            PATH + "/picture?language=" + spoken.getLanguage()));
  }

  @GetMapping(PATH + "/picture")
  ResponseEntity<byte[]> picture(Me me, @RequestParam(required = false) @Nullable String language) {
    var spoken = PaperAnswer.language(language, me);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noStore())
        .body(signatures.picture(signature(me, spoken), spoken));
  }

  private Signatures.Signature signature(Me me, Locale language) {
    return signatures.of(me, language).orElseThrow(NotFound::new);
  }
}
