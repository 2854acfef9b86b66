package nl.steunpunt.people.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.platform.retention.Retention;
import nl.steunpunt.platform.retention.Retention.LastRun;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class RetentionController {
  private static final String TEMPLATE = "people/upkeep/retention";

  private final Retention retention;

  RetentionController(Retention retention) {
    this.retention = retention;
  }

  /**
   * @param typed how many days or months, as typed
   * @param last null before the first run
   */
  public record Line(RetentionRule rule, String typed, @Nullable LastRun last) {}

  public record RetentionPage(List<Line> lines, List<FieldError> errors) {}

  @GetMapping("/admin/retention")
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(Map.of(), List.of()));
  }

  @PostMapping("/admin/retention")
  ModelAndView save(@RequestParam Map<String, String> typed) {
    var errors = new ArrayList<FieldError>();
    var kept = new HashMap<String, Integer>();
    for (var rule : retention.rules()) {
      var text = typed.getOrDefault(rule.name(), "").strip();
      if (text.matches("[0-9]{1,3}") && fits(rule, Integer.parseInt(text))) {
        kept.put(rule.name(), Integer.parseInt(text));
      } else {
        errors.add(FieldError.of(rule.name(), "retention.wrong", rule.least(), rule.most()));
      }
    }
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(typed, errors));
    }
    retention.change(kept);
    return Reply.to("/admin/retention", "retention.saved");
  }

  private static boolean fits(RetentionRule rule, int number) {
    return number >= rule.least() && number <= rule.most();
  }

  private RetentionPage page(Map<String, String> typed, List<FieldError> errors) {
    var last = retention.lastRuns();
    return new RetentionPage(
        retention.rules().stream()
            .map(rule ->
                new Line(
                    rule,
                    typed.getOrDefault(rule.name(), Integer.toString(retention.kept(rule))),
                    last.get(rule.name())))
            .toList(),
        errors);
  }

  @Bean
  static AdminEntry retentionEntry() {
    return new AdminEntry(
        75, "/admin/retention", "clock", "retention.title", "retention.title.lead");
  }
}
