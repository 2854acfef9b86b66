package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The other language: kept with the person when there is one, with the browser when not. */
@Controller
class LanguageController {
  private final People people;

  LanguageController(People people) {
    this.people = people;
  }

  @PostMapping("/language")
  ModelAndView choose(
      @Nullable Me me,
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String to,
      HttpServletResponse response) {
    var chosen = language.equals("en") ? "en" : "nl";
    if (me != null) {
      people.speaks(me.id(), chosen);
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from("language", chosen)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build()
            .toString());
    return Reply.to(LocalPath.of(to));
  }
}
