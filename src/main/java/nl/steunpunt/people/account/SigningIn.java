package nl.steunpunt.people.account;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is this, by address and password. Costs the same for an address nobody has. */
@Service
class SigningIn {
  private static final int LONGEST_ADDRESS = 254;

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInLimits limits;

  SigningIn(Accounts accounts, Passwords passwords, SignInLimits limits) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
  }

  /**
   * @param client the address the request came from
   * @param known gives the mark of the browser when it is known for this person
   * @throws nl.steunpunt.platform.web.TryLater when tried too often from here, or too many at once
   */
  Optional<PersonId> check(
      String email, String password, String client, Function<PersonId, @Nullable String> known) {
    var typed = email.strip().toLowerCase(Locale.ROOT);
    if (typed.length() > LONGEST_ADDRESS || password.length() > PasswordRule.LONGEST) {
      return Optional.empty();
    }
    var account = accounts.withEmail(typed);
    var one = limits.signIn(client, typed, account.map(Account::id).map(known).orElse(null));
    var isWrong = false;
    try {
      isWrong = !passwords.match(password, account.map(Account::passwordHash).orElse(null));
    } finally {
      if (!isWrong) {
        one.giveBack();
      }
    }
    return isWrong ? Optional.empty() : account.map(Account::id);
  }
}
