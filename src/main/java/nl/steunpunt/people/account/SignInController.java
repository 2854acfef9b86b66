package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.OneClickSignIns;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.StrangerEntry;
import nl.steunpunt.platform.web.TryLater;
import nl.steunpunt.platform.web.WaitingText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class SignInController {
  private static final String TEMPLATE = "people/account/sign-in";

  private final SigningIn signingIn;
  private final BrowserSignIn browser;
  private final KnownBrowsers known;
  private final SignIns signIns;
  private final FirstRun firstRun;
  private final @Nullable OneClickSignIns demo;
  private final List<StrangerEntry> entries;
  private final List<WaitingText> waiting;

  SignInController(
      SigningIn signingIn,
      BrowserSignIn browser,
      KnownBrowsers known,
      SignIns signIns,
      FirstRun firstRun,
      @Value("${steunpunt.demo}") boolean isDemo,
      ObjectProvider<OneClickSignIns> demo,
      List<StrangerEntry> entries,
      List<WaitingText> waiting) {
    this.signingIn = signingIn;
    this.browser = browser;
    this.known = known;
    this.signIns = signIns;
    this.firstRun = firstRun;
    this.entries = entries;
    this.waiting = waiting;
    this.demo = isDemo ? demo.getIfAvailable() : null;
  }

  /**
   * @param to where to go on to
   * @param email what was typed, when it did not work
   * @param isFirstRun nobody can sign in yet
   * @param offers the demo's cast; empty outside the demo
   * @param isCarried a text waits: who has to sign in first reads that it is not lost
   * @param entries for who cannot sign in
   */
  public record SignInPage(
      String to,
      String email,
      boolean shared,
      List<FieldError> errors,
      boolean isFirstRun,
      List<OneClickSignIns.Offer> offers,
      boolean isCarried,
      List<StrangerEntry> entries) {}

  @GetMapping("/sign-in")
  ModelAndView show(
      @Nullable Me me, @RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
    return me == null
        ? Reply.page(TEMPLATE, page(to, "", false, List.of(), request))
        : Reply.to(LocalPath.of(to));
  }

  @PostMapping("/sign-in")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "false") boolean shared,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var person =
          signingIn.check(email, password, request.getRemoteAddr(), id -> known.of(id, request));
      if (person.isPresent()) {
        browser.start(person.get(), shared, request, response);
        return Reply.to(LocalPath.of(to));
      }
      return again(to, email, shared, FieldError.of("email", "sign_in.wrong"), request);
    } catch (TryLater later) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
      var page =
          again(to, email, shared, FieldError.of("email", later.key(), later.minutes()), request);
      page.setStatus(later.status());
      return page;
    }
  }

  private ModelAndView again(
      String to, String email, boolean shared, FieldError error, HttpServletRequest request) {
    return Reply.again(TEMPLATE, page(to, email, shared, List.of(error), request));
  }

  private SignInPage page(
      String to,
      String email,
      boolean shared,
      List<FieldError> errors,
      HttpServletRequest request) {
    var path = LocalPath.of(to);
    return new SignInPage(
        path,
        email,
        shared,
        errors,
        !firstRun.isDone(),
        demo == null ? List.of() : demo.offers(),
        waiting.stream().anyMatch(one -> one.waitsAt(path)),
        entries.stream().filter(entry -> entry.isFor(request)).toList());
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(Me me, HttpServletRequest request, HttpServletResponse response) {
    signIns.revoke(me.id(), me.signInId());
    SignInCookie.take(request, response);
    return Reply.to("/sign-in");
  }
}
