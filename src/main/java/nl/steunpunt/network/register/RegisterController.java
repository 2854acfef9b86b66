package nl.steunpunt.network.register;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.register.RegisterScreens.Which;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class RegisterController {
  private static final String PATH = "/register";
  private static final int LONGEST_NAME = 100;

  private final RegisterScreens screens;
  private final RegisterExport export;
  private final MandateRecording recording;

  RegisterController(RegisterScreens screens, RegisterExport export, MandateRecording recording) {
    this.screens = screens;
    this.export = export;
    this.recording = recording;
  }

  /**
   * @param which to_record, now or ended
   */
  public record RegisterPage(
      RegisterScreens.Counts counts, String which, String q, int from, List<RoleHolder> holders) {
    public List<RoleHolder> shown() {
      return holders.subList(0, Math.min(RegisterScreens.PER_PAGE, holders.size()));
    }

    public boolean hasMore() {
      return holders.size() > RegisterScreens.PER_PAGE;
    }

    public int next() {
      return from + RegisterScreens.PER_PAGE;
    }

    public boolean isToRecord() {
      return shown().stream().anyMatch(one -> one.recordDue() != null);
    }
  }

  @GetMapping(PATH)
  ModelAndView show(
      @RequestParam(required = false) @Nullable String which,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from) {
    var chosen = Which.of(which);
    var start = Math.max(0, from);
    var sought = sought(q);
    return Reply.page(
        "network/register/register",
        new RegisterPage(
            screens.counts(),
            chosen.name().toLowerCase(Locale.ROOT),
            sought,
            start,
            screens.holders(chosen, sought, start, RegisterScreens.PER_PAGE + 1)));
  }

  /** The ticked ones, or the one whose button was pressed. */
  @PostMapping(PATH + "/recordings")
  ModelAndView record(
      Me me,
      @RequestParam(defaultValue = "") Set<MandateId> mandate,
      @RequestParam(required = false) @Nullable MandateId one) {
    var chosen = one == null ? mandate : Set.of(one);
    return Reply.to(
        PATH + "?which=to_record", "register.done", recording.recordAll(me.id(), chosen));
  }

  @GetMapping(PATH + "/role-holders.csv")
  ResponseEntity<byte[]> csv(Me me, @RequestParam(required = false) @Nullable String which) {
    return file(
        export.csv(screens.holders(Which.of(which), "", 0, null), me.locale()),
        "csv",
        new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8));
  }

  @GetMapping(PATH + "/role-holders.xlsx")
  ResponseEntity<byte[]> xlsx(Me me, @RequestParam(required = false) @Nullable String which) {
    return file(
        export.xlsx(screens.holders(Which.of(which), "", 0, null), me.locale()),
        "xlsx",
        MediaType.parseMediaType(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
  }

  private static ResponseEntity<byte[]> file(byte[] content, String ending, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("power-users." + ending).build().toString())
        .body(content);
  }

  private static String sought(String typed) {
    var stripped = typed.strip();
    return stripped.substring(0, Math.min(stripped.length(), LONGEST_NAME));
  }

  @Bean
  static MenuEntry registerEntry() {
    return new MenuEntry(50, PATH, "register.menu", "book", "hr");
  }
}
