package nl.steunpunt.helpdesk.desk;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.helpdesk.note.NoteId;
import nl.steunpunt.helpdesk.note.Notes;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is with the desk. A ticket goes by the number of its question. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketApi {
  private static final int LONGEST = 10_000;

  private final TicketReading reading;
  private final TicketActs acts;
  private final TicketHandling handling;
  private final TicketDeeds deeds;
  private final Notes notes;
  private final People people;

  TicketApi(
      TicketReading reading,
      TicketActs acts,
      TicketHandling handling,
      TicketDeeds deeds,
      Notes notes,
      People people) {
    this.reading = reading;
    this.acts = acts;
    this.handling = handling;
    this.deeds = deeds;
    this.notes = notes;
    this.people = people;
  }

  /**
   * @param over address or number of the colleague from whom it is taken over; left out: nobody
   *     should have it
   */
  record Taking(@Nullable Ref over) {}

  /** Only the desk reads it. */
  record NewNote(@Nullable String text, @Nullable UUID clientId) {}

  /**
   * @param text what was wrong and what was done, in words for the asker
   * @param reason left out: solved
   * @param couldPowerUser whether a power user could have solved this
   * @param topic number of what it was about; left out: as its asker said
   */
  record TicketClosure(
      @Nullable String text,
      @Nullable CloseReason reason,
      @Nullable Boolean couldPowerUser,
      @Nullable Long topic,
      @Nullable UUID clientId) {}

  /**
   * @param show all, untaken, mine or near (nearly late)
   * @param queue number of a queue
   */
  @GetMapping
  Slice<TicketReading.Ticket> list(
      Me me,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(required = false) @Nullable Long queue,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var mark = Mark.read(after);
    if (mark == null && !after.isEmpty()) {
      throw Invalid.parameter("after", "api.after.wrong");
    }
    return reading.list(me, filter(show), queue, mark, Slice.limit(limit));
  }

  private static DeskScreens.Filter filter(String word) {
    return Stream.of(DeskScreens.Filter.values())
        .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Invalid.parameter("show", "api.parameter.wrong"));
  }

  @GetMapping("/{id}")
  TicketReading.Ticket show(Me me, @PathVariable QuestionId id) {
    return reading.one(me, id);
  }

  @PostMapping("/{id}/taking")
  TicketReading.Ticket take(
      Me me, @PathVariable QuestionId id, @RequestBody(required = false) @Nullable Taking taking) {
    return acts.on(me, id, () -> handling.take(me, id, over(taking)));
  }

  @PostMapping("/{id}/release")
  TicketReading.Ticket release(Me me, @PathVariable QuestionId id) {
    handling.release(me, id);
    return reading.one(me, id);
  }

  @PostMapping("/{id}/notes")
  TicketReading.Ticket note(Me me, @PathVariable QuestionId id, @RequestBody NewNote note) {
    var members = new Members();
    var text = members.text("/text", note.text, LONGEST);
    members.check();
    notes.write(me, id, Sending.orNew(note.clientId), text);
    return reading.one(me, id);
  }

  @PostMapping("/{id}/notes/{note}/removal")
  TicketReading.Ticket removeNote(Me me, @PathVariable QuestionId id, @PathVariable NoteId note) {
    notes.remove(me, id, note);
    return reading.one(me, id);
  }

  @PostMapping("/{id}/closure")
  TicketReading.Ticket close(
      Me me, @PathVariable QuestionId id, @RequestBody TicketClosure closure) {
    var members = new Members();
    var text = members.text("/text", closure.text, LONGEST);
    members.check();
    var closing =
        new Closing(
            closure.reason == null ? CloseReason.SOLVED : closure.reason,
            Boolean.TRUE.equals(closure.couldPowerUser),
            closure.topic);
    Members.pointing(
        Map.of(".refused.topic", "/topic"),
        () -> {
          deeds.close(me, id, Sending.orNew(closure.clientId), closing, each -> text);
          return id;
        });
    return reading.one(me, id);
  }

  private @Nullable PersonId over(@Nullable Taking taking) {
    var members = new Members();
    var named = taking == null ? null : taking.over;
    var over = members.knownIfGiven("/over", named, one -> people.find(one).orElse(null));
    members.check();
    return over;
  }
}
