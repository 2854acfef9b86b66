package nl.steunpunt.people.account;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.SignIns.Kind;
import org.springframework.stereotype.Component;

/**
 * Signs people in without a password: the row and the secret are real, so all that reads them is
 * tested too.
 */
@Component
public class TestSignIns {

  private final SignIns signIns;

  TestSignIns(SignIns signIns) {
    this.signIns = signIns;
  }

  public Cookie browser(PersonId person) {
    return new Cookie(SignInCookie.NAME, secret(person, Kind.BROWSER));
  }

  /** A bearer token for the API. */
  public String token(PersonId person) {
    return secret(person, Kind.TOKEN);
  }

  private String secret(PersonId person, Kind kind) {
    return signIns.start(person, kind, "test", Duration.ofHours(1));
  }
}
