package nl.steunpunt.network.mandate;

import java.util.List;
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
public class MandateSettingsController {
  private static final String TEMPLATE = "network/mandate/settings";

  private final AgreementKeeping agreements;
  private final Settings settings;

  MandateSettingsController(AgreementKeeping agreements, Settings settings) {
    this.agreements = agreements;
    this.settings = settings;
  }

  public record SettingsPage(MandateSettingsForm form, List<FieldError> errors) {}

  @GetMapping("/admin/mandates")
  ModelAndView show() {
    return Reply.page(
        TEMPLATE, new SettingsPage(MandateSettingsForm.of(agreements.settings()), List.of()));
  }

  /** For what is asked and agreed from now on. */
  @PostMapping("/admin/mandates")
  ModelAndView save(@ModelAttribute MandateSettingsForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new SettingsPage(form, errors));
    }
    settings.put(MandateSettings.SETTING, form.settings());
    return Reply.to("/admin/mandates", "mandate.settings.saved");
  }

  @Bean
  static AdminEntry mandatesEntry() {
    return new AdminEntry(
        35, "/admin/mandates", "person", "mandate.settings.title", "mandate.settings.lead");
  }
}
