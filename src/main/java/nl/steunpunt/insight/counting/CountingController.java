package nl.steunpunt.insight.counting;

import java.nio.charset.StandardCharsets;
import nl.steunpunt.insight.counting.CountingScreens.View;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CountingController {
  private static final String PATH = "/counting";
  private static final int USUAL_WEEKS = 12;

  private final CountingScreens screens;
  private final CountingExport export;

  CountingController(CountingScreens screens, CountingExport export) {
    this.screens = screens;
    this.export = export;
  }

  /**
   * @param weeks another number than can be chosen is the usual one
   */
  @GetMapping(PATH)
  ModelAndView show(
      Me me,
      @RequestParam(required = false) @Nullable Integer weeks,
      @RequestParam(defaultValue = "department") String by) {
    var counting = screens.counting(view(weeks, by), me.language());
    return Reply.page("insight/counting/counting", counting);
  }

  /** The same numbers, and no more of them. */
  @GetMapping(PATH + "/numbers.csv")
  ResponseEntity<byte[]> csv(
      Me me,
      @RequestParam(required = false) @Nullable Integer weeks,
      @RequestParam(defaultValue = "department") String by) {
    var counting = screens.counting(view(weeks, by), me.language());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("steunpunt-" + counting.from() + "-" + counting.upTo() + ".csv")
                .build()
                .toString())
        .body(export.csv(counting, me.locale()));
  }

  private static View view(@Nullable Integer weeks, String by) {
    var chosen = weeks != null && View.CHOICES.contains(weeks) ? weeks : USUAL_WEEKS;
    return new View(chosen, by.equals("location") ? by : "department");
  }

  @Bean
  static MenuEntry countingForLead() {
    return new MenuEntry(42, PATH, "counting.menu", "check", "network_lead");
  }

  @Bean
  static MenuEntry countingForDesk() {
    return new MenuEntry(42, PATH, "counting.menu", "check", "helpdesk");
  }

  @Bean
  static MenuEntry countingForProductOwner() {
    return new MenuEntry(42, PATH, "counting.menu", "check", "product_owner");
  }
}
