package nl.steunpunt.network.poster;

import java.io.IOException;
import java.time.Duration;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Ticked with one tap, on the way past: it hangs, or it was taken away. */
@Controller
public class HangingController {
  static final String PATH = "/posters/hanging";

  private static final int LONGEST_SPOT = 80;
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable();

  private final Hangings hangings;
  private final PosterScreens screens;

  HangingController(Hangings hangings, PosterScreens screens) {
    this.hangings = hangings;
    this.screens = screens;
  }

  /**
   * @param building the path of the one that was chosen; empty: all
   * @param hasEarlier whether pages come before this one
   */
  public record HangingsPage(Hangings.Shown it, String building, boolean hasEarlier) {
    public String first() {
      return UriComponentsBuilder.fromPath(PATH)
          .queryParam("building", "{building}")
          .encode()
          .buildAndExpand(building)
          .toUriString();
    }

    public @Nullable String next() {
      return it.next() == null ? null : first() + "&after=" + it.next();
    }
  }

  @GetMapping(PATH)
  ModelAndView show(
      Me me,
      @RequestParam(defaultValue = "") String building,
      @RequestParam(required = false) @Nullable Long after) {
    return Reply.page(
        "network/poster/hangings",
        new HangingsPage(hangings.of(me, building, after), building, after != null));
  }

  @PostMapping(PATH)
  ModelAndView hang(
      Me me,
      @RequestParam(defaultValue = "0") long location,
      @RequestParam(required = false) @Nullable Long department,
      @RequestParam(required = false) @Nullable Long person,
      @RequestParam(defaultValue = "") String format,
      @RequestParam(defaultValue = "") String spot) {
    var what =
        PosterFormat.of(format).orElseThrow(() -> Refusal.of("poster.refused.format").at("format"));
    var where = spot.strip();
    if (where.length() > LONGEST_SPOT) {
      throw Refusal.of("poster.hanging.refused.spot", LONGEST_SPOT).at("spot");
    }
    var subject =
        screens.subject(me, PosterForm.of(location, department, person)).orElseThrow(NotFound::new);
    hangings.hang(subject, subject.department() == null ? null : department, what, where);
    return Reply.to(PATH, "poster.hanging.hung", subject.place().name());
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView takeAway(Me me, @PathVariable HangingId id) {
    hangings.takeAway(hangings.visibleTo(me, id));
    return Reply.to(PATH, "poster.hanging.gone");
  }

  @PostMapping(PATH + "/{id}/photo")
  ModelAndView photograph(
      Me me,
      @PathVariable HangingId id,
      @RequestParam(required = false) @Nullable MultipartFile photo)
      throws IOException {
    var hanging = hangings.visibleTo(me, id);
    if (photo == null || photo.isEmpty()) {
      throw Refusal.of("profile.refused.no_photo").at("photo-" + id);
    }
    hangings.photograph(hanging, photo);
    return Reply.to(PATH, "poster.hanging.photographed");
  }

  @GetMapping(PATH + "/{id}/photo")
  ResponseEntity<byte[]> photo(Me me, @PathVariable HangingId id) {
    var photo = hangings.photo(hangings.visibleTo(me, id)).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.parseMediaType(photo.mediaType()))
        .body(photo.picture());
  }

  @Bean
  static RetentionRule keptHangings(Hangings hangings) {
    return new RetentionRule("hangings", 78, RetentionRule.Unit.MONTHS, 6, 1, 36, hangings::forget);
  }
}
