package nl.steunpunt.platform.brand;

import java.time.Duration;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The version in the address changes with the content, so browsers may keep both for ever. */
@RestController
class BrandController {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Brands brands;

  BrandController(Brands brands) {
    this.brands = brands;
  }

  @GetMapping("/brand.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .cacheControl(FOR_EVER)
        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
        .body(brands.style());
  }

  @GetMapping("/brand/logo")
  ResponseEntity<byte[]> logo() {
    return ResponseEntity.ok()
        .cacheControl(FOR_EVER)
        .contentType(MediaType.IMAGE_PNG)
        .body(brands.logo().orElseThrow(NotFound::new));
  }
}
