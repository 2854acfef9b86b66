package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server or a filter refused, said in the product's own words. */
@Controller
class EarlyErrorController implements ErrorController {
  private final Errors errors;

  EarlyErrorController(Errors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    return errors.refusedEarly(request, response);
  }
}
