package nl.steunpunt.issues.telling;

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
public class TellingSettingsController {
  private static final String PATH = "/admin/telling";
  private static final String TEMPLATE = "issues/telling/settings";

  private final Settings settings;

  TellingSettingsController(Settings settings) {
    this.settings = settings;
  }

  public record SettingsPage(TellingForm form, List<FieldError> errors) {}

  @GetMapping(PATH)
  ModelAndView show() {
    var now = settings.get(TellingSettings.SETTING, TellingSettings.class, TellingSettings.USUAL);
    return Reply.page(TEMPLATE, new SettingsPage(TellingForm.of(now), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView save(@ModelAttribute TellingForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new SettingsPage(form, errors));
    }
    settings.put(TellingSettings.SETTING, form.settings());
    return Reply.to(PATH, "telling.settings.saved");
  }

  @Bean
  static AdminEntry tellingSettingsEntry() {
    return new AdminEntry(46, PATH, "speech", "telling.settings", "telling.settings.lead");
  }
}
