package nl.steunpunt.network.profile;

import java.time.Duration;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Faces of power users. The address changes with the photo, so a browser may keep it. */
@RestController
class PhotoController {
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable();

  private final Profiles profiles;

  PhotoController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping("/photos/{person}/{version}")
  ResponseEntity<byte[]> show(@PathVariable PersonId person, @PathVariable String version) {
    var jpeg = profiles.photo(person, version).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.IMAGE_JPEG)
        .body(jpeg);
  }
}
