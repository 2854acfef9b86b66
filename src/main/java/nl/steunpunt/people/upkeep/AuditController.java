package nl.steunpunt.people.upkeep;

import java.util.List;
import nl.steunpunt.people.upkeep.AuditScreens.Entry;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AuditController {
  private final AuditScreens screens;

  AuditController(AuditScreens screens) {
    this.screens = screens;
  }

  /**
   * @param next where the next page is, or null on the last
   */
  public record AuditPage(AuditKind kind, List<Entry> entries, @Nullable String next) {}

  @GetMapping("/admin/audit")
  ModelAndView show(
      @RequestParam(defaultValue = "ALL") AuditKind kind,
      @RequestParam(required = false) @Nullable Long before) {
    var found = screens.page(kind, before);
    var hasMore = found.size() > AuditScreens.PER_PAGE;
    var entries = hasMore ? found.subList(0, AuditScreens.PER_PAGE) : found;
    return Reply.page(
        "people/upkeep/audit",
        new AuditPage(
            kind,
            entries,
            hasMore
                ? "/admin/audit?kind=" + kind.name() + "&before=" + entries.getLast().id()
                : null));
  }

  @Bean
  static AdminEntry auditEntry() {
    return new AdminEntry(80, "/admin/audit", "book", "audit.title", "audit.title.lead");
  }
}
