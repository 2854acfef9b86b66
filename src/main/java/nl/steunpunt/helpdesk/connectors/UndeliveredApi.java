package nl.steunpunt.helpdesk.connectors;

import java.time.Instant;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What another helpdesk system did not take, put right by a program of the desk. */
@RestController
@RequestMapping("/api/v1/tickets/undelivered")
class UndeliveredApi {
  private final Undelivering undelivering;

  UndeliveredApi(Undelivering undelivering) {
    this.undelivering = undelivering;
  }

  /**
   * @param kind create, remark or status
   * @param ticket number of its question
   * @param theirId of the ticket there; null: it is not there yet
   * @param asker null: is gone
   * @param trouble a word
   * @param detail what the other side said
   * @param behind what of the same ticket waits for it
   * @param text as it would go
   */
  record UndeliveredLetter(
      long id,
      String kind,
      long ticket,
      String connection,
      @Nullable String theirId,
      @Nullable String asker,
      Instant refusedAt,
      String trouble,
      String detail,
      long behind,
      String text) {
    static UndeliveredLetter of(Undelivering.Item item) {
      var letter = item.letter();
      return new UndeliveredLetter(
          letter.id().value(),
          letter.kindWord(),
          letter.question().value(),
          letter.connection(),
          letter.theirId(),
          letter.asker(),
          letter.deadAt(),
          letter.trouble(),
          letter.detail(),
          letter.behind(),
          item.text());
    }
  }

  record Resending(@Nullable String text) {}

  @GetMapping
  Slice<UndeliveredLetter> list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var most = Slice.limit(limit);
    var from = Slice.after(after);
    var found = undelivering.waiting(from == null ? null : new LetterId(from), most);
    return Slice.of(
        found.stream().map(UndeliveredLetter::of).toList(), most, UndeliveredLetter::id);
  }

  /** Once more, as it was put right. */
  @PostMapping("/{letter}/sending")
  ResponseEntity<Void> again(@PathVariable LetterId letter, @RequestBody Resending resending) {
    var members = new Members();
    var text = members.text("/text", resending.text, Undelivering.LONGEST);
    members.check();
    undelivering.again(letter, text);
    return ResponseEntity.noContent().build();
  }

  /** It never goes; what waits behind it does. */
  @PostMapping("/{letter}/removal")
  ResponseEntity<Void> drop(@PathVariable LetterId letter) {
    undelivering.drop(letter);
    return ResponseEntity.noContent().build();
  }
}
