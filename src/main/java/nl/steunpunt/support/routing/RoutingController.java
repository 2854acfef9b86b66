package nl.steunpunt.support.routing;

import java.util.List;
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
public class RoutingController {
  private static final String TEMPLATE = "support/routing/settings";

  private final Routing routing;

  RoutingController(Routing routing) {
    this.routing = routing;
  }

  public record RoutingPage(RoutingForm form, List<FieldError> errors) {}

  @GetMapping("/admin/routing")
  ModelAndView show() {
    return Reply.page(TEMPLATE, new RoutingPage(RoutingForm.of(routing.settings()), List.of()));
  }

  @PostMapping("/admin/routing")
  ModelAndView save(@ModelAttribute RoutingForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new RoutingPage(form, errors));
    }
    routing.change(form.settings());
    return Reply.to("/admin/routing", "routing.saved");
  }

  @Bean
  static AdminEntry routingEntry() {
    return new AdminEntry(45, "/admin/routing", "bolt", "routing.title", "routing.title.lead");
  }
}
