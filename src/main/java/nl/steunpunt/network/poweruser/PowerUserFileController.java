package nl.steunpunt.network.poweruser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.PowerUserImport;
import nl.steunpunt.network.PowerUserImport.Outcome;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Power users from a file, looked at before anything changes. */
@Controller
public class PowerUserFileController {
  private static final String PATH = "/network/power-users/import";
  private static final String SCREEN = "network/poweruser/from-file";

  /** The file goes through the form, so that a bad row can be put right there. */
  private static final int LONGEST = 1_000_000;

  private final PowerUserImport importing;
  private final Systems systems;

  PowerUserFileController(PowerUserImport importing, Systems systems) {
    this.importing = importing;
    this.systems = systems;
  }

  /**
   * @param outcome null: nothing was looked at yet
   */
  public record FilePage(
      List<ItSystem> systems, String text, @Nullable Outcome outcome, List<FieldError> errors) {

    private static final int SHOWN = 200;

    /** What imports call the systems that there are. */
    public String keys() {
      return systems.stream().map(ItSystem::key).collect(Collectors.joining(", "));
    }

    public String example() {
      return String.join(";", PowerUserImport.COLUMNS)
          + "\nfatima@example.com;"
          + systems.getFirst().key()
          + ";20;Finance/Crediteuren|Finance/Debiteuren;Utrecht/Gebouw B/3\n";
    }

    public List<PowerUserImport.Row> shownRows(Outcome looked) {
      return looked.good().stream().limit(SHOWN).toList();
    }

    public List<PowerUserImport.Bad> shownBad(Outcome looked) {
      return looked.bad().stream().limit(SHOWN).toList();
    }

    /** How many rows are not on the screen. */
    public int more(Outcome looked) {
      return Math.max(0, looked.good().size() - SHOWN) + Math.max(0, looked.bad().size() - SHOWN);
    }
  }

  @GetMapping(PATH)
  ModelAndView start() {
    return Reply.page(SCREEN, new FilePage(systems.active(), "", null, List.of()));
  }

  /** Changes nothing. A file goes before what was pasted. */
  @PostMapping(PATH + "/preview")
  ModelAndView preview(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return look(text);
    }
    try {
      var letters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes()));
      return look(letters.toString());
    } catch (CharacterCodingException e) {
      return again(text, "power_users.file.encoding");
    }
  }

  private ModelAndView look(String text) {
    if (text.isBlank()) {
      return again("", "power_users.file.nothing");
    }
    if (text.length() > LONGEST) {
      return again("", "power_users.refused.too_large", LONGEST / 1_000_000);
    }
    return Reply.page(
        SCREEN, new FilePage(systems.active(), text, importing.run(text, false, true), List.of()));
  }

  /** What was looked at, or as it was put right since: it is read again. */
  @PostMapping(PATH)
  ModelAndView apply(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean skipBad) {
    if (text.isBlank() || text.length() > LONGEST) {
      return look(text);
    }
    var outcome = importing.run(text, skipBad, false);
    if (!skipBad && !outcome.bad().isEmpty()) {
      var error = FieldError.of("skipBad", "power_users.file.has_bad", outcome.badRows());
      return Reply.again(SCREEN, new FilePage(systems.active(), text, outcome, List.of(error)));
    }
    return Reply.to(
        PATH, "power_users.file.done", outcome.granted(), outcome.changed(), outcome.provisional());
  }

  private ModelAndView again(String text, String key, Object... arguments) {
    var error = FieldError.of("file", key, arguments);
    return Reply.again(SCREEN, new FilePage(systems.active(), text, null, List.of(error)));
  }

  @Bean
  static AdminEntry powerUsersFromFile() {
    return new AdminEntry(
        35, PATH, "network", "power_users.file.title", "power_users.file.title.lead");
  }
}
