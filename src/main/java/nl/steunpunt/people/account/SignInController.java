package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class SignInController {
  private final SignIns signIns;
  private final LiveHub live;

  SignInController(SignIns signIns, LiveHub live) {
    this.signIns = signIns;
    this.live = live;
  }

  public record SignInPage(String to) {}

  @GetMapping("/sign-in")
  ModelAndView show(@Nullable Me me, @RequestParam(defaultValue = "/") String to) {
    return me == null
        ? Reply.page("people/account/sign-in", new SignInPage(LocalPath.of(to)))
        : Reply.to(LocalPath.of(to));
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(Me me, HttpServletRequest request, HttpServletResponse response) {
    signIns.revoke(me.id(), me.signInId());
    SignInCookie.take(request, response);
    live.close(me.id().value());
    return Reply.to("/sign-in");
  }
}
