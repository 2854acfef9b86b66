package nl.steunpunt.network.whohelps;

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
public class WhoHelpsSettingsController {
  private static final String PATH = "/admin/who-helps";
  private static final String TEMPLATE = "network/whohelps/settings";

  private final Settings settings;

  WhoHelpsSettingsController(Settings settings) {
    this.settings = settings;
  }

  public record SettingsPage(WhoHelpsForm form, List<FieldError> errors) {}

  @GetMapping(PATH)
  ModelAndView show() {
    var set = settings.get(WhoHelpsSettings.SETTING, WhoHelpsSettings.class, WhoHelpsSettings.NONE);
    return Reply.page(TEMPLATE, new SettingsPage(WhoHelpsForm.of(set), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView save(@ModelAttribute WhoHelpsForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new SettingsPage(form, errors));
    }
    settings.put(WhoHelpsSettings.SETTING, form.settings());
    return Reply.to(PATH, "who.settings.saved");
  }

  @Bean
  static AdminEntry whoHelpsSettingsEntry() {
    return new AdminEntry(47, PATH, "who", "who.settings.title", "who.settings.lead");
  }
}
