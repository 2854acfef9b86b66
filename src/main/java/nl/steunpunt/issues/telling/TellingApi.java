package nl.steunpunt.issues.telling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.issues.telling.TellingScreens.Card;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the reader has to tell the people they serve now. */
@RestController
@RequestMapping("/api/v1/notices")
class TellingApi {
  private final TellingScreens screens;
  private final NewsTelling telling;
  private final Messages messages;

  TellingApi(TellingScreens screens, NewsTelling telling, Messages messages) {
    this.screens = screens;
    this.telling = telling;
    this.messages = messages;
  }

  record Named(long id, String name) {}

  /**
   * @param id of the issue
   * @param news which news: a receipt for older news is refused
   * @param hit how many of the reader's people
   * @param people who is still to be told
   * @param told how many the reader told
   * @param heard how many heard it from the product, or read it
   * @param until when the product tells those who were not told; null: nobody is left
   */
  record NoticeShown(
      long id,
      long news,
      String title,
      Status status,
      String textNl,
      String textEn,
      int hit,
      List<Named> people,
      int told,
      int heard,
      int disputed,
      boolean standingIn,
      @Nullable Instant until,
      Instant at) {}

  /**
   * @param kind told, told_some or not_so
   * @param people of told_some: who knows now
   * @param text of not_so: what they say
   */
  record Receipt(
      @Nullable Long news,
      @Nullable String kind,
      @Nullable List<Long> people,
      @Nullable String text) {}

  /** The oldest first. */
  @GetMapping
  Slice<NoticeShown> list(
      Me me,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var notices = screens.notices(me.id(), Slice.after(after), rows);
    var next = notices.next();
    return new Slice<>(
        notices.toTell().stream().map(this::shown).toList(),
        next == null ? null : Long.toString(next));
  }

  @PostMapping("/{id}/receipt")
  NoticeShown receive(Me me, @PathVariable IssueId id, @RequestBody Receipt receipt) {
    var members = new Members();
    var kind = members.text("/kind", receipt.kind);
    if (!kind.isEmpty() && !List.of("told", "told_some", "not_so").contains(kind)) {
      members.wrong("/kind", "api.member.wrong");
    }
    if (receipt.news == null) {
      members.wrong("/news", "api.member.missing");
    }
    members.check();
    var news = new NewsId(receipt.news == null ? 0 : receipt.news);
    Members.pointing(
        Map.of("nobody", "/people", "_text", "/text"),
        () -> {
          switch (kind) {
            case "told" -> telling.told(me, id, news);
            case "told_some" -> telling.toldSome(me, id, news, people(receipt));
            default -> telling.notSo(me, id, news, receipt.text == null ? "" : receipt.text);
          }
          return kind;
        });
    return shown(screens.card(me.id(), id));
  }

  private static List<PersonId> people(Receipt receipt) {
    return receipt.people == null
        ? List.of()
        : receipt.people.stream().filter(java.util.Objects::nonNull).map(PersonId::new).toList();
  }

  private NoticeShown shown(Card card) {
    return new NoticeShown(
        card.id(),
        card.news(),
        card.title(),
        card.status(),
        card.text(messages, "nl"),
        card.text(messages, "en"),
        card.hit(),
        card.names().stream().map(name -> new Named(name.id(), name.name())).toList(),
        card.told(),
        card.heard(),
        card.disputed(),
        card.standingIn(),
        card.until(),
        card.at());
  }
}
