package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.TryLater;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for a link to set a password, and using it. */
@Controller
public class PasswordLinkController {
  private final PasswordForgetting forgetting;
  private final PasswordSetting setting;
  private final PasswordLinks links;
  private final Accounts accounts;
  private final BrowserSignIn browser;

  PasswordLinkController(
      PasswordForgetting forgetting,
      PasswordSetting setting,
      PasswordLinks links,
      Accounts accounts,
      BrowserSignIn browser) {
    this.forgetting = forgetting;
    this.setting = setting;
    this.links = links;
    this.accounts = accounts;
    this.browser = browser;
  }

  /**
   * @param email what was typed
   * @param isAsked whether a link was asked for; it says nothing about whether somebody has that
   *     address
   */
  public record ForgotPage(String email, boolean isAsked, List<FieldError> errors) {}

  /**
   * @param email to show who it is for, and for the browser to keep with the password
   */
  public record SetPage(String secret, String name, String email, List<FieldError> errors) {}

  @GetMapping("/forgot-password")
  ModelAndView forgot() {
    return Reply.page("people/account/forgot", new ForgotPage("", false, List.of()));
  }

  @PostMapping("/forgot-password")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String email,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      forgetting.ask(email, request.getRemoteAddr());
      return Reply.page("people/account/forgot", new ForgotPage(email.strip(), true, List.of()));
    } catch (TryLater later) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
      var error = FieldError.of("email", later.key(), later.minutes());
      var page = Reply.page("people/account/forgot", new ForgotPage(email, false, List.of(error)));
      page.setStatus(later.status());
      return page;
    }
  }

  @GetMapping("/password/{secret}")
  ModelAndView open(@PathVariable String secret) {
    return links
        .owner(secret)
        .flatMap(accounts::of)
        .map(account -> Reply.page("people/account/set-password", page(secret, account, List.of())))
        .orElseGet(PasswordLinkController::tooLate);
  }

  @PostMapping("/password/{secret}")
  ModelAndView set(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var owner = links.owner(secret);
    if (owner.isEmpty()) {
      return tooLate();
    }
    try {
      var error = setting.set(secret, owner.get(), password);
      if (error == null) {
        browser.start(owner.get(), true, request, response);
        return Reply.to("/", "password.is_set");
      }
      return again(secret, accounts.of(owner.get()).orElseThrow(NotFound::new), error);
    } catch (TryLater later) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
      var account = accounts.of(owner.get()).orElseThrow(NotFound::new);
      var page = again(secret, account, FieldError.of("password", later.key(), later.minutes()));
      page.setStatus(later.status());
      return page;
    } catch (NotFound spentMeanwhile) {
      return tooLate();
    }
  }

  private static ModelAndView again(String secret, Account account, FieldError error) {
    return Reply.again("people/account/set-password", page(secret, account, List.of(error)));
  }

  private static SetPage page(String secret, Account account, List<FieldError> errors) {
    return new SetPage(secret, account.name(), account.email(), errors);
  }

  private static ModelAndView tooLate() {
    var page = Reply.page("people/account/link-gone");
    page.setStatus(HttpStatus.GONE);
    return page;
  }
}
