package nl.steunpunt.people.account;

import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with somebody else's account. */
@Service
public class Invitations {
  private final Accounts accounts;
  private final PasswordLinks links;
  private final PasswordLinkMail mail;
  private final Mails mails;
  private final SignIns signIns;
  private final AuditTrail audit;

  Invitations(
      Accounts accounts,
      PasswordLinks links,
      PasswordLinkMail mail,
      Mails mails,
      SignIns signIns,
      AuditTrail audit) {
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.mails = mails;
    this.signIns = signIns;
    this.audit = audit;
  }

  /**
   * Mails a link to set a password; without a mail server, the path of that link is the answer, to
   * pass on.
   */
  @Transactional
  public Optional<String> invite(PersonId person) {
    var account = accounts.of(person).orElseThrow(NotFound::new);
    var secret = links.make(person, Purpose.INVITATION);
    audit.note("invited", person.value(), Map.of());
    if (mails.isSetUp()) {
      mail.send(account, Purpose.INVITATION, secret);
      return Optional.empty();
    }
    return Optional.of("/password/" + secret);
  }

  /** In every browser and every program, at once: an administrator cannot tell whose a token is. */
  @Transactional
  public void signOut(PersonId person) {
    audit.note("signed_out", person.value(), Map.of());
    signIns.revokeOthers(person, 0);
  }
}
