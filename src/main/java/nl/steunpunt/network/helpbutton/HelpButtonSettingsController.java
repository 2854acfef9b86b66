package nl.steunpunt.network.helpbutton;

import java.util.List;
import nl.steunpunt.network.HelpButtonCode;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class HelpButtonSettingsController {
  private static final String PATH = "/admin/help-button";
  private static final String TEMPLATE = "network/helpbutton/settings";

  private final Settings settings;
  private final Mails mails;
  private final Systems systems;
  private final boolean demo;

  HelpButtonSettingsController(
      Settings settings, Mails mails, Systems systems, @Value("${steunpunt.demo}") boolean demo) {
    this.settings = settings;
    this.mails = mails;
    this.systems = systems;
    this.demo = demo;
  }

  /**
   * @param address where Steunpunt is
   * @param addressKnown whether somebody has said so, or it is a guess
   * @param system key of the one to begin with; empty: there is none yet
   * @param demo whether there is a page to try it on
   */
  public record SettingsPage(
      HelpButtonForm form,
      List<FieldError> errors,
      String address,
      boolean addressKnown,
      String system,
      boolean demo) {

    public HelpButtonCode code() {
      return new HelpButtonCode(address, system);
    }
  }

  @GetMapping(PATH)
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(HelpButtonForm.of(current()), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView save(@ModelAttribute HelpButtonForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, errors));
    }
    settings.put(HelpButtonSettings.SETTING, form.settings());
    return Reply.to(PATH, "help_button.saved");
  }

  private HelpButtonSettings current() {
    return settings.get(
        HelpButtonSettings.SETTING, HelpButtonSettings.class, HelpButtonSettings.NONE);
  }

  private SettingsPage page(HelpButtonForm form, List<FieldError> errors) {
    var first = systems.active().stream().findFirst().map(ItSystem::key).orElse("");
    return new SettingsPage(form, errors, mails.link(""), mails.hasPublicAddress(), first, demo);
  }

  @Bean
  static AdminEntry helpButtonEntry() {
    return new AdminEntry(50, PATH, "speech", "help_button.title", "help_button.lead");
  }
}
