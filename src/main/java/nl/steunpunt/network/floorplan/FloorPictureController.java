package nl.steunpunt.network.floorplan;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import nl.steunpunt.network.whohelps.OpenDoor;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pictures alone. Opened by itself an SVG is a document: so nothing in it may run, fetch or
 * look like a page of ours.
 */
@RestController
class FloorPictureController {
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable();

  private final FloorPlanScreens screens;
  private final OpenDoor door;

  FloorPictureController(FloorPlanScreens screens, OpenDoor door) {
    this.screens = screens;
    this.door = door;
  }

  @GetMapping(FloorPlanController.PATH + "/{location}/picture/{version}")
  ResponseEntity<byte[]> show(@PathVariable long location, @PathVariable String version) {
    return answer(screens.picture(location, version).orElseThrow(NotFound::new));
  }

  /** Beside the page of a place, which counted this look already. */
  @GetMapping("/h/{code}/plan/{version}")
  ResponseEntity<byte[]> showOpen(
      @Nullable Me me,
      @PathVariable String code,
      @PathVariable String version,
      HttpServletRequest request) {
    if (me == null && !door.isFor(request)) {
      throw new NotFound();
    }
    return answer(screens.openPicture(code, version).orElseThrow(NotFound::new));
  }

  private static ResponseEntity<byte[]> answer(FloorPlanScreens.Picture it) {
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .contentType(MediaType.parseMediaType(it.mediaType()))
        .body(it.picture());
  }
}
