package nl.steunpunt.people.account;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password of one's own, for who knows the old one. Ends every other sign-in and token. */
@Service
class PasswordChanging {
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInLimits limits;
  private final SignIns signIns;
  private final TransactionTemplate transaction;

  PasswordChanging(
      Accounts accounts,
      Passwords passwords,
      SignInLimits limits,
      SignIns signIns,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.signIns = signIns;
    this.transaction = transaction;
  }

  /**
   * What is wrong, or null when it is changed. A browser left open is no way to guess the old one.
   */
  @Nullable FieldError change(Me me, String old, String password) {
    var account = accounts.of(me.id()).orElseThrow();
    var one = limits.signIn("sign-in " + me.signInId(), account.email(), null);
    if (old.length() > PasswordRule.LONGEST || !passwords.match(old, account.passwordHash())) {
      return FieldError.of("old", "account.old_wrong");
    }
    one.giveBack();
    var broken = PasswordRule.broken(password, account.name(), account.email());
    if (broken.isPresent()) {
      return FieldError.of("password", broken.get(), PasswordRule.SHORTEST);
    }
    var hash = passwords.hash(password);
    transaction.executeWithoutResult(_ -> {
      accounts.setPassword(me.id(), hash);
      signIns.revokeOthers(me.id(), me.signInId());
    });
    return null;
  }
}
