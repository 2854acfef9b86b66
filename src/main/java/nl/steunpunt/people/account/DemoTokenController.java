package nl.steunpunt.people.account;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.people.People;
import nl.steunpunt.people.account.SignIns.Kind;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A token for anyone in the demo. Outside the demo there is no such route. */
@RestController
@ConditionalOnProperty("steunpunt.demo")
class DemoTokenController {
  private static final Duration LASTS = Duration.ofDays(30);

  private final People people;
  private final SignIns signIns;
  private final Clock clock;

  DemoTokenController(People people, SignIns signIns, Clock clock) {
    this.people = people;
    this.signIns = signIns;
    this.clock = clock;
  }

  record Wish(@Nullable String email) {}

  @PostMapping("/api/v1/demo/tokens")
  ResponseEntity<NewToken> make(@RequestBody Wish wish) {
    var email = wish.email() == null ? "" : wish.email();
    var person = people.withEmail(email).orElseThrow(() -> Refusal.of("demo.token.nobody", email));
    var until = clock.instant().plus(LASTS);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new NewToken("demo", signIns.start(person, Kind.TOKEN, "demo", LASTS), until));
  }
}
