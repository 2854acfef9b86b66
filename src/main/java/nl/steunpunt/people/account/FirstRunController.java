package nl.steunpunt.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class FirstRunController {
  private static final int LONGEST = 254;

  private final FirstRun firstRun;
  private final BrowserSignIn browser;

  FirstRunController(FirstRun firstRun, BrowserSignIn browser) {
    this.firstRun = firstRun;
    this.browser = browser;
  }

  /** What was typed. */
  public record Form(String name, String email, String password, String department) {
    static final Form EMPTY = new Form("", "", "", "");

    /** A field that was not sent is one that was left empty. */
    public Form {
      name = name == null ? "" : name.strip();
      email = email == null ? "" : email.strip();
      password = password == null ? "" : password;
      department = department == null ? "" : department.strip();
    }

    List<FieldError> errors() {
      var errors = new ArrayList<FieldError>();
      if (name.isEmpty() || name.length() > LONGEST) {
        errors.add(FieldError.of("name", "first_run.name_missing"));
      }
      if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST) {
        errors.add(FieldError.of("email", "first_run.email_wrong"));
      }
      PasswordRule.broken(password, name, email)
          .ifPresent(key -> errors.add(FieldError.of("password", key, PasswordRule.SHORTEST)));
      if (department.isEmpty() || department.length() > LONGEST || department.contains("/")) {
        errors.add(FieldError.of("department", "first_run.department_missing"));
      }
      return errors;
    }
  }

  public record FirstRunPage(String secret, Form form, List<FieldError> errors) {}

  @GetMapping("/first-run/{secret}")
  ModelAndView show(@PathVariable String secret) {
    if (!firstRun.isOpenTo(secret)) {
      throw new NotFound();
    }
    return Reply.page("people/account/first-run", new FirstRunPage(secret, Form.EMPTY, List.of()));
  }

  @PostMapping("/first-run/{secret}")
  ModelAndView make(
      @PathVariable String secret,
      @ModelAttribute Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!firstRun.isOpenTo(secret)) {
      throw new NotFound();
    }
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again("people/account/first-run", new FirstRunPage(secret, form, errors));
    }
    var language = Pages.language(request, null);
    var person =
        firstRun.make(
            secret, form.name(), form.email(), form.password(), form.department(), language);
    browser.start(person, false, request, response);
    return Reply.to("/admin", "first_run.done");
  }
}
