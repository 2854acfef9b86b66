package nl.steunpunt.people.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.backup.BackupMaking;
import nl.steunpunt.platform.backup.BackupRun;
import nl.steunpunt.platform.backup.BackupSettings;
import nl.steunpunt.platform.backup.Backups;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
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
public class BackupController {
  private static final String TEMPLATE = "people/upkeep/backups";
  private static final int MOST_KEPT = 365;

  private final Backups backups;
  private final BackupMaking making;

  BackupController(Backups backups, BackupMaking making) {
    this.backups = backups;
    this.making = making;
  }

  /** As typed. */
  public record BackupForm(@Nullable Boolean daily, @Nullable Integer hour, @Nullable String kept) {
    static BackupForm of(BackupSettings settings) {
      return new BackupForm(settings.daily(), settings.hour(), Integer.toString(settings.kept()));
    }

    /** A box without a tick is not sent. */
    public boolean isDaily() {
      return daily != null && daily;
    }

    public int chosenHour() {
      return hour == null ? 0 : hour;
    }

    public String typedKept() {
      return kept == null ? "" : kept.strip();
    }

    List<FieldError> errors() {
      var errors = new ArrayList<FieldError>();
      if (chosenHour() < 0 || chosenHour() > 23) {
        errors.add(FieldError.of("hour", "backup.hour_wrong"));
      }
      if (!typedKept().matches("[1-9][0-9]{0,2}") || Integer.parseInt(typedKept()) > MOST_KEPT) {
        errors.add(FieldError.of("kept", "backup.kept_wrong", MOST_KEPT));
      }
      return errors;
    }

    BackupSettings settings() {
      return new BackupSettings(isDaily(), chosenHour(), Integer.parseInt(typedKept()));
    }
  }

  public record BackupPage(
      BackupForm form,
      String folder,
      @Nullable BackupRun lastGood,
      @Nullable Instant next,
      boolean isInTrouble,
      List<BackupRun> runs,
      List<FieldError> errors) {}

  @GetMapping("/admin/backups")
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(BackupForm.of(backups.settings()), List.of()));
  }

  @PostMapping("/admin/backups/settings")
  ModelAndView save(@ModelAttribute BackupForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, errors));
    }
    backups.change(form.settings());
    return Reply.to("/admin/backups", "backup.saved");
  }

  @PostMapping("/admin/backups")
  ModelAndView make() {
    making.begin();
    return Reply.to("/admin/backups", "backup.begun");
  }

  @Bean
  static AdminEntry backupEntry() {
    return new AdminEntry(70, "/admin/backups", "backup", "backup.title", "backup.title.lead");
  }

  @Bean
  static AdminWarning backupWarning(Backups backups) {
    return () ->
        backups.isInTrouble()
            ? Optional.of(
                new AdminWarning.Notice("backup.trouble", "/admin/backups", "backup.trouble.do"))
            : Optional.empty();
  }

  private BackupPage page(BackupForm form, List<FieldError> errors) {
    var runs = backups.recent();
    return new BackupPage(
        form,
        backups.folder().toString(),
        backups.lastGood().orElse(null),
        backups.next().orElse(null),
        backups.isInTrouble(runs),
        runs,
        errors);
  }
}
