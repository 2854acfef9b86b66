package nl.steunpunt.people.account;

import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A password by a mailed link. Whoever was signed in as this person before is not any more, and no
 * program has a token of before: who needs such a link may have been robbed.
 */
@Service
class PasswordSetting {
  private final PasswordLinks links;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignIns signIns;
  private final TransactionTemplate transaction;

  PasswordSetting(
      PasswordLinks links,
      Accounts accounts,
      Passwords passwords,
      SignIns signIns,
      TransactionTemplate transaction) {
    this.links = links;
    this.accounts = accounts;
    this.passwords = passwords;
    this.signIns = signIns;
    this.transaction = transaction;
  }

  /**
   * What is wrong, or null when it is set.
   *
   * @throws NotFound when the link was spent meanwhile
   */
  @Nullable FieldError set(String secret, PersonId person, String password) {
    var account = accounts.of(person).orElseThrow(NotFound::new);
    var broken = PasswordRule.broken(password, account.name(), account.email());
    if (broken.isPresent()) {
      return FieldError.of("password", broken.get(), PasswordRule.SHORTEST);
    }
    // Before the link is spent: when too many hash at once, the link must still work.
    var hash = passwords.hash(password);
    transaction.executeWithoutResult(_ -> {
      if (!links.spend(secret, person)) {
        throw new NotFound();
      }
      accounts.setPassword(person, hash);
      signIns.revokeOthers(person, 0);
    });
    return null;
  }
}
