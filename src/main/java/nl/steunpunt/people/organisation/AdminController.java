package nl.steunpunt.people.organisation;

import java.util.Comparator;
import java.util.List;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AdminController {
  private final List<AdminEntry> entries;
  private final List<AdminWarning> warnings;
  private final MailSetup mail;

  AdminController(List<AdminEntry> entries, List<AdminWarning> warnings, MailSetup mail) {
    this.warnings = warnings;
    this.entries = entries.stream().sorted(Comparator.comparingInt(AdminEntry::place)).toList();
    this.mail = mail;
  }

  /**
   * @param waiting how many mails wait because no server is set up; 0 when one is
   */
  public record AdminPage(
      List<AdminEntry> entries,
      List<AdminWarning.Notice> warnings,
      boolean isMailSetUp,
      long waiting) {}

  @GetMapping("/admin")
  ModelAndView show() {
    var isSetUp = mail.current().isComplete();
    return Reply.page(
        "people/organisation/admin",
        new AdminPage(
            entries,
            warnings.stream().flatMap(warning -> warning.notice().stream()).toList(),
            isSetUp,
            isSetUp ? 0 : mail.waiting()));
  }
}
