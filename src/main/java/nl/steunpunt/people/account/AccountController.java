package nl.steunpunt.people.account;

import java.time.Duration;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.account.SignIns.Kind;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What I may know and change of my own account. */
@Controller
public class AccountController {
  static final Duration TOKEN_LASTS = Duration.ofDays(365);
  private static final int LONGEST_NAME = 80;
  private static final String TEMPLATE = "people/account/account";

  private final SignIns signIns;
  private final PasswordChanging passwords;
  private final Accounts accounts;

  AccountController(SignIns signIns, PasswordChanging passwords, Accounts accounts) {
    this.signIns = signIns;
    this.passwords = passwords;
    this.accounts = accounts;
  }

  /**
   * @param hasPassword false for who came in without one
   * @param newToken shown this once, or null
   */
  public record AccountPage(
      Me me,
      boolean hasPassword,
      List<SignIn> browsers,
      List<SignIn> tokens,
      @Nullable String newToken,
      List<FieldError> errors) {}

  @GetMapping("/account")
  ModelAndView show(Me me) {
    return Reply.page(TEMPLATE, page(me, null, List.of()));
  }

  @PostMapping("/account/password")
  ModelAndView changePassword(
      Me me,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String password) {
    var error = passwords.change(me, old, password);
    if (error != null) {
      return Reply.again(TEMPLATE, page(me, null, List.of(error)));
    }
    return Reply.to("/account", "account.password_changed");
  }

  @PostMapping("/account/sign-ins/{id}/revocation")
  ModelAndView revoke(Me me, @PathVariable long id) {
    signIns.revoke(me.id(), id);
    return Reply.to("/account", "account.revoked");
  }

  @PostMapping("/account/sign-ins/revocation")
  ModelAndView revokeOthers(Me me) {
    signIns.revokeOtherBrowsers(me.id(), me.signInId());
    return Reply.to("/account", "account.others_revoked");
  }

  @PostMapping("/account/tokens")
  ModelAndView makeToken(Me me, @RequestParam(defaultValue = "") String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Refusal.of("account.token.name_missing", LONGEST_NAME);
    }
    return Reply.page(
        TEMPLATE,
        page(me, signIns.start(me.id(), Kind.TOKEN, name.strip(), TOKEN_LASTS), List.of()));
  }

  private AccountPage page(Me me, @Nullable String newToken, List<FieldError> errors) {
    return new AccountPage(
        me,
        accounts.of(me.id()).map(Account::passwordHash).isPresent(),
        signIns.of(me.id(), Kind.BROWSER),
        signIns.of(me.id(), Kind.TOKEN),
        newToken,
        errors);
  }
}
