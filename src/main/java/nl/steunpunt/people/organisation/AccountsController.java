package nl.steunpunt.people.organisation;

import java.util.List;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.account.Invitations;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
public class AccountsController {
  private final AccountScreens screens;
  private final RoleGiving roles;
  private final Invitations invitations;
  private final Mails mails;

  AccountsController(
      AccountScreens screens, RoleGiving roles, Invitations invitations, Mails mails) {
    this.screens = screens;
    this.roles = roles;
    this.invitations = invitations;
    this.mails = mails;
  }

  /**
   * @param next where the next page is, or null on the last
   */
  public record AccountsPage(
      AccountSearch search,
      List<Role> roles,
      List<AccountRow> rows,
      @Nullable String next,
      boolean isMailSetUp) {

    /** Some of these have no password yet, and can be mailed. */
    public boolean canInvite() {
      return isMailSetUp && rows.stream().anyMatch(row -> !row.hasPassword());
    }

    public boolean isEmptySearch() {
      return search.isEmpty();
    }
  }

  /**
   * @param browsers in how many they are signed in
   * @param keys how many programs may do what they may
   * @param link to pass on, when it could not be mailed
   */
  public record OnePage(
      AccountRow account,
      List<Role> roles,
      int browsers,
      int keys,
      boolean isMailSetUp,
      @Nullable String link,
      List<FieldError> errors) {}

  @GetMapping("/admin/accounts")
  ModelAndView list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "false") boolean without,
      @RequestParam(required = false) @Nullable Long after) {
    var search = new AccountSearch(q.strip(), role, without, after);
    var found = screens.found(search);
    var hasMore = found.size() > AccountScreens.PER_PAGE;
    var rows = hasMore ? found.subList(0, AccountScreens.PER_PAGE) : found;
    return Reply.page(
        "people/organisation/accounts",
        new AccountsPage(
            search,
            RoleGiving.GIVEN,
            rows,
            hasMore ? next(search, rows.getLast()) : null,
            mails.isSetUp()));
  }

  private static String next(AccountSearch search, AccountRow last) {
    return ServletUriComponentsBuilder.fromPath("/admin/accounts")
        .queryParam("q", "{q}")
        .queryParam("role", "{role}")
        .queryParam("without", search.without())
        .queryParam("after", last.id().value())
        .encode()
        .buildAndExpand(search.q(), search.role())
        .toUriString();
  }

  @GetMapping("/admin/accounts/{id}")
  ModelAndView show(@PathVariable PersonId id) {
    return Reply.page("people/organisation/one-account", page(id, null, List.of()));
  }

  /**
   * @param role the form always sends one more that is empty: none at all is a form that lost its
   *     boxes, and must not take every role
   */
  @PostMapping("/admin/accounts/{id}/roles")
  ModelAndView setRoles(@PathVariable PersonId id, @RequestParam Set<@Nullable Role> role) {
    var account = screens.of(id).orElseThrow(NotFound::new);
    try {
      roles.set(id, role);
      return Reply.to("/admin/accounts/" + id, "accounts.roles_set", account.name());
    } catch (Refusal refusal) {
      return Reply.again(
          "people/organisation/one-account",
          page(id, null, List.of(FieldError.of("role-administrator", refusal.key()))));
    }
  }

  @PostMapping("/admin/accounts/{id}/invitation")
  ModelAndView invite(@PathVariable PersonId id) {
    var link = invitations.invite(id);
    return link.isPresent()
        ? Reply.page("people/organisation/one-account", page(id, here(link.get()), List.of()))
        : Reply.to("/admin/accounts/" + id, "accounts.invited", 1);
  }

  /** To many at once; only with mail, since a page full of links is nobody's to pass on. */
  @PostMapping("/admin/invitations")
  @Transactional
  public ModelAndView inviteMany(@RequestParam(defaultValue = "") Set<PersonId> person) {
    if (!mails.isSetUp()) {
      throw Refusal.of("accounts.no_mail");
    }
    person.forEach(invitations::invite);
    return Reply.to("/admin/accounts?without=true", "accounts.invited", person.size());
  }

  @PostMapping("/admin/accounts/{id}/sign-ins/revocation")
  ModelAndView signOut(@PathVariable PersonId id) {
    var account = screens.of(id).orElseThrow(NotFound::new);
    invitations.signOut(id);
    return Reply.to("/admin/accounts/" + id, "accounts.signed_out", account.name());
  }

  private OnePage page(PersonId id, @Nullable String link, List<FieldError> errors) {
    var account = screens.of(id).orElseThrow(NotFound::new);
    var entrances = screens.entrancesOf(id);
    return new OnePage(
        account,
        RoleGiving.GIVEN,
        entrances.browsers(),
        entrances.keys(),
        mails.isSetUp(),
        link,
        errors);
  }

  private static String here(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }
}
