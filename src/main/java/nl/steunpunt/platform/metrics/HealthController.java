package nl.steunpunt.platform.metrics;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the proxy or balancer in front; a stranger learns no more than that from any page. */
@RestController
class HealthController {
  private final Health health;

  HealthController(Health health) {
    this.health = health;
  }

  /** Anything but an answer means: start it again. The database does not count. */
  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    return answer(HttpStatus.OK, "live");
  }

  /** 503 means: send nobody here for now. */
  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return health.isReady()
        ? answer(HttpStatus.OK, "ready")
        : answer(HttpStatus.SERVICE_UNAVAILABLE, "not ready");
  }

  private static ResponseEntity<String> answer(HttpStatus status, String word) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(word + "\n");
  }
}
