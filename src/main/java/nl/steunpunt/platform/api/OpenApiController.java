package nl.steunpunt.platform.api;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of the API, as it is written beside this class and held to the routes by tests.
 */
@RestController
class OpenApiController {
  private static final Resource DOCUMENT =
      new ClassPathResource("openapi.json", OpenApiController.class);

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<Resource> document() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .body(DOCUMENT);
  }
}
