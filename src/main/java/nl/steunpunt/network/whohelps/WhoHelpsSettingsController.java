package nl.steunpunt.network.whohelps;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
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
  private final ClientAddresses clients;

  WhoHelpsSettingsController(Settings settings, ClientAddresses clients) {
    this.settings = settings;
    this.clients = clients;
  }

  /**
   * @param certain whether the server can tell where a request comes from
   * @param yours where this one comes from; null: it is not certain
   */
  public record SettingsPage(
      WhoHelpsForm form,
      OpenForm open,
      List<FieldError> errors,
      boolean certain,
      @Nullable String yours) {}

  @GetMapping(PATH)
  ModelAndView show(HttpServletRequest request) {
    return Reply.page(TEMPLATE, page(form(), open(), List.of(), request));
  }

  @PostMapping(PATH)
  ModelAndView save(@ModelAttribute WhoHelpsForm form, HttpServletRequest request) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, open(), errors, request));
    }
    settings.put(WhoHelpsSettings.SETTING, form.settings());
    return Reply.to(PATH, "who.settings.saved");
  }

  @PostMapping(PATH + "/open")
  ModelAndView open(@ModelAttribute OpenForm form, HttpServletRequest request) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form(), form, errors, request));
    }
    settings.put(OpenSettings.SETTING, form.settings());
    return Reply.to(PATH, form.isOpen() ? "who.open.saved" : "who.open.closed");
  }

  private WhoHelpsForm form() {
    return WhoHelpsForm.of(
        settings.get(WhoHelpsSettings.SETTING, WhoHelpsSettings.class, WhoHelpsSettings.NONE));
  }

  private OpenForm open() {
    return OpenForm.of(settings.get(OpenSettings.SETTING, OpenSettings.class, OpenSettings.CLOSED));
  }

  private SettingsPage page(
      WhoHelpsForm form, OpenForm open, List<FieldError> errors, HttpServletRequest request) {
    var yours = clients.of(request).map(InetAddress::getHostAddress).orElse(null);
    return new SettingsPage(form, open, errors, clients.isCertain(), yours);
  }

  @Bean
  static AdminEntry whoHelpsSettingsEntry() {
    return new AdminEntry(47, PATH, "who", "who.settings.title", "who.settings.lead");
  }
}
