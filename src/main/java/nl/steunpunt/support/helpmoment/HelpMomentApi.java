package nl.steunpunt.support.helpmoment;

import java.util.Map;
import java.util.UUID;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Help given in passing. Who was helped is nobody's business: there is no member for it. */
@RestController
class HelpMomentApi {
  private final HelpMomentLogging logging;
  private final AboutReading abouts;

  HelpMomentApi(HelpMomentLogging logging, AboutReading abouts) {
    this.logging = logging;
    this.abouts = abouts;
  }

  /**
   * @param id a UUID of the client's own making: sent again it is the same moment; null: each time
   *     another, unless there is an Idempotency-Key
   * @param minutes 1 to 480
   */
  record NewHelpMoment(
      @Nullable UUID id,
      @Nullable Ref system,
      @Nullable Ref topic,
      @Nullable Integer minutes,
      @Nullable String note) {}

  record HelpMomentShown(long id, int minutes, String note) {}

  @PostMapping("/api/v1/help-moments")
  @ResponseStatus(HttpStatus.CREATED)
  HelpMomentShown log(Me me, @RequestBody NewHelpMoment moment) {
    var members = new Members();
    var about = abouts.of(members, moment.system, moment.topic);
    if (moment.minutes == null) {
      members.wrong("/minutes", "api.member.missing");
    }
    members.check();
    var minutes = moment.minutes == null ? 0 : moment.minutes;
    var note = moment.note == null ? "" : moment.note.strip();
    var id =
        Members.pointing(
            Map.of(".minutes", "/minutes", ".note", "/note"),
            () ->
                logging.log(
                    me, new Help(about.system(), about.topic(), minutes, note, null), moment.id));
    return new HelpMomentShown(id.value(), minutes, note);
  }
}
