package nl.steunpunt.people.organisation;

import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.FailedMail;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.mail.MailTrouble;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
public class MailController {
  private static final String TEMPLATE = "people/organisation/mail";

  private final MailSetup setup;
  private final Mails mails;
  private final Messages messages;
  private final Brands brands;

  MailController(MailSetup setup, Mails mails, Messages messages, Brands brands) {
    this.setup = setup;
    this.mails = mails;
    this.messages = messages;
    this.brands = brands;
  }

  /**
   * How the test went: nothing tried when {@code to} is null, and it arrived at the server when
   * trouble is.
   */
  public record Tested(@Nullable String to, @Nullable MailTrouble trouble) {
    static final Tested NOT = new Tested(null, null);
  }

  public record MailPage(
      MailForm form,
      Tls[] kinds,
      boolean hasPassword,
      boolean isSetUp,
      long waiting,
      List<FailedMail> failures,
      Tested tested,
      List<FieldError> errors) {}

  @GetMapping("/admin/mail")
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(stored(), Tested.NOT, List.of()));
  }

  @PostMapping("/admin/mail")
  ModelAndView save(
      Me me, @ModelAttribute MailForm form, @RequestParam(defaultValue = "false") boolean test) {
    var errors = form.errors(setup.current());
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, Tested.NOT, errors));
    }
    setup.save(
        form.host(),
        form.portNumber(),
        form.tls(),
        form.user(),
        form.password().isEmpty() ? null : form.password(),
        form.from(),
        form.publicUrl());
    if (!test) {
      return Reply.to("/admin/mail", "mail_setup.saved");
    }
    return Reply.page(TEMPLATE, page(stored(), test(me), List.of()));
  }

  private Tested test(Me me) {
    var language = me.locale();
    var letter =
        Letter.of(
                messages.text(language, "mail_setup.test.subject"),
                messages.text(language, "mail_setup.test.text", brands.current().name()))
            .withAction(messages.text(language, "mail_setup.test.action"), mails.link("/"));
    return new Tested(me.email(), mails.tryNow(me.email(), letter, language));
  }

  private MailForm stored() {
    return MailForm.of(
        setup.current(), ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
  }

  private MailPage page(MailForm form, Tested tested, List<FieldError> errors) {
    var now = setup.current();
    return new MailPage(
        form,
        Tls.values(),
        now.sealedPassword() != null,
        now.isComplete(),
        setup.waiting(),
        setup.failures(),
        tested,
        errors);
  }
}
