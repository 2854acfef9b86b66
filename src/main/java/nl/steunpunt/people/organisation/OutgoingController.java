package nl.steunpunt.people.organisation;

import java.util.List;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class OutgoingController {
  private static final String PATH = "/admin/outgoing";
  private static final String TEMPLATE = "people/organisation/outgoing";

  private final Settings settings;

  OutgoingController(Settings settings) {
    this.settings = settings;
  }

  public record OutgoingPage(OutgoingForm form, List<FieldError> errors) {}

  @GetMapping(PATH)
  ModelAndView show() {
    var now =
        settings.get(OutgoingSettings.SETTING, OutgoingSettings.class, OutgoingSettings.USUAL);
    return Reply.page(TEMPLATE, new OutgoingPage(OutgoingForm.of(now), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView save(@ModelAttribute OutgoingForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new OutgoingPage(form, errors));
    }
    settings.put(OutgoingSettings.SETTING, form.settings());
    return Reply.to(PATH, "outgoing.saved");
  }

  @Bean
  static AdminEntry outgoingEntry() {
    return new AdminEntry(53, PATH, "send", "outgoing.title", "outgoing.lead");
  }
}
