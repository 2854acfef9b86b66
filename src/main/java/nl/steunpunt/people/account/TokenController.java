package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.account.SignIns.Kind;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs: by address and password, with their owner's rights. */
@RestController
class TokenController {
  private static final int LONGEST_NAME = 80;

  private final SigningIn signingIn;
  private final SignIns signIns;
  private final Clock clock;
  private final Messages messages;

  TokenController(SigningIn signingIn, SignIns signIns, Clock clock, Messages messages) {
    this.signingIn = signingIn;
    this.signIns = signIns;
    this.clock = clock;
    this.messages = messages;
  }

  record Wish(@Nullable String name) {}

  record Credentials(String email, String password) {
    static Optional<Credentials> of(@Nullable String header) {
      if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
        return Optional.empty();
      }
      try {
        var text =
            new String(
                Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        var colon = text.indexOf(':');
        return colon < 0
            ? Optional.empty()
            : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  @PostMapping("/api/v1/tokens")
  ResponseEntity<?> make(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestBody Wish wish,
      HttpServletRequest request) {
    var name = wish.name() == null ? "" : wish.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Refusal.of("account.token.name_missing", LONGEST_NAME);
    }
    var person =
        Credentials.of(authorization)
            .flatMap(typed ->
                signingIn.check(
                    typed.email(), typed.password(), request.getRemoteAddr(), _ -> null));
    if (person.isEmpty()) {
      return unknown(request);
    }
    var until = clock.instant().plus(AccountController.TOKEN_LASTS);
    var secret = signIns.start(person.get(), Kind.TOKEN, name, AccountController.TOKEN_LASTS);
    return ResponseEntity.status(HttpStatus.CREATED).body(new NewToken(name, secret, until));
  }

  private ResponseEntity<ProblemDetail> unknown(HttpServletRequest request) {
    var language = Pages.language(request, null);
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED, messages.text(language, "sign_in.wrong"));
    problem.setTitle(messages.text(language, "error.refused"));
    problem.setType(URI.create("about:blank"));
    problem.setProperty("code", "sign_in.wrong");
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Steunpunt\", charset=\"UTF-8\"")
        .body(problem);
  }

  /** Who a token speaks for. */
  record Self(long id, String name, String email, String language, java.util.List<String> roles) {}

  @GetMapping("/api/v1/me")
  Self me(Me me) {
    return new Self(me.id().value(), me.name(), me.email(), me.language(), me.roles());
  }
}
