package nl.steunpunt.helpdesk.deed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.desk.TicketActs;
import nl.steunpunt.helpdesk.desk.TicketReading;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.queue.Queues;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk does to one ticket or to many, and takes back. */
@RestController
@RequestMapping("/api/v1/tickets")
class DeedApi {
  private static final int LONGEST_SPLIT = 4_000;
  private static final QueueId NO_QUEUE = new QueueId(0);
  private static final CannedId NO_ANSWER = new CannedId(0);

  /** What a rule's refusal is about. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "deed.refused.not_there", "/into",
          "deed.refused.itself", "/into",
          "deed.refused.many", "/tickets");

  private final TicketDeeds deeds;
  private final TicketActs acts;
  private final Queues queues;
  private final CannedAnswers answers;

  DeedApi(TicketDeeds deeds, TicketActs acts, Queues queues, CannedAnswers answers) {
    this.deeds = deeds;
    this.acts = acts;
    this.queues = queues;
    this.answers = answers;
  }

  record Queue(long id, String nameNl, String nameEn) {}

  record ReadyAnswer(long id, String titleNl, String titleEn, String textNl, String textEn) {}

  /**
   * @param queue number of a queue, or its name in Dutch
   */
  record Moving(@Nullable Ref queue) {}

  /**
   * @param severity left out: as it is reckoned
   */
  record Rating(@Nullable Severity severity) {}

  /**
   * @param into number of the ticket that it goes with
   */
  record Joining(@Nullable Long into) {}

  record Splitting(@Nullable String text, @Nullable UUID clientId) {}

  /** What is done to each of many. */
  enum Act {
    TAKE,
    RELEASE,
    MOVE,
    RATE,
    MERGE,
    BELOW,
    CLOSE
  }

  /**
   * @param tickets their numbers
   * @param queue for "move": number of a queue, or its name in Dutch
   * @param severity for "rate"; left out: as it is reckoned
   * @param into for "merge" and "below": the ticket that they go with; left out: the oldest of them
   * @param answer for "close": number of a ready answer, which each asker reads in their language
   */
  record Bulk(
      @Nullable Act act,
      @Nullable List<Long> tickets,
      @Nullable Ref queue,
      @Nullable Severity severity,
      @Nullable Long into,
      @Nullable Ref answer) {}

  /**
   * What was done.
   *
   * @param id by which it is undone; null: nothing was changed
   * @param done to how many tickets
   * @param left how many were left alone: they have left the desk, a colleague has them, or they
   *     were so already
   */
  record Deed(@Nullable Long id, DeedKind kind, int done, int left) {
    static Deed of(TicketDeeds.Done done) {
      return new Deed(
          done.deed() == null ? null : done.deed().value(), done.kind(), done.done(), done.left());
    }
  }

  /** Where tickets can be moved to. */
  @GetMapping("/queues")
  Slice<Queue> queues() {
    return Slice.whole(
        queues.active().stream()
            .map(one -> new Queue(one.id().value(), one.nameNl(), one.nameEn()))
            .toList());
  }

  /** The desk's ready answers. */
  @GetMapping("/answers")
  Slice<ReadyAnswer> answers() {
    return Slice.whole(
        answers.active().stream()
            .map(one ->
                new ReadyAnswer(
                    one.id().value(), one.titleNl(), one.titleEn(), one.textNl(), one.textEn()))
            .toList());
  }

  @PostMapping("/{id}/queue")
  TicketReading.Ticket move(Me me, @PathVariable QuestionId id, @RequestBody Moving moving) {
    return after(me, id, () -> deeds.move(me, List.of(id), queueOf(moving)));
  }

  @PostMapping("/{id}/severity")
  TicketReading.Ticket rate(Me me, @PathVariable QuestionId id, @RequestBody Rating rating) {
    return after(me, id, () -> deeds.rate(me, List.of(id), rating.severity));
  }

  @PostMapping("/{id}/merge")
  TicketReading.Ticket merge(Me me, @PathVariable QuestionId id, @RequestBody Joining joining) {
    return after(me, id, () -> deeds.merge(me, List.of(id), into(joining)));
  }

  @PostMapping("/{id}/merge/undoing")
  TicketReading.Ticket unmerge(Me me, @PathVariable QuestionId id) {
    return after(me, id, () -> deeds.takeApart(me, DeedKind.UNMERGED, id));
  }

  @PostMapping("/{id}/parent")
  TicketReading.Ticket putBelow(Me me, @PathVariable QuestionId id, @RequestBody Joining joining) {
    return after(me, id, () -> deeds.putBelow(me, List.of(id), into(joining)));
  }

  @PostMapping("/{id}/parent/undoing")
  TicketReading.Ticket takeOut(Me me, @PathVariable QuestionId id) {
    return after(me, id, () -> deeds.takeApart(me, DeedKind.TAKEN_OUT, id));
  }

  /** The ticket that was made of a part of this one. */
  @PostMapping("/{id}/split")
  TicketReading.Ticket split(Me me, @PathVariable QuestionId id, @RequestBody Splitting splitting) {
    return acts.leadingTo(
        me,
        id,
        () -> {
          var members = new Members();
          var text = members.text("/text", splitting.text, LONGEST_SPLIT);
          members.check();
          return deeds.split(me, id, text, splitting.clientId);
        });
  }

  @PostMapping("/bulk")
  Deed bulk(Me me, @RequestBody Bulk bulk) {
    var members = new Members();
    if (bulk.act == null) {
      members.wrong("/act", "api.member.missing");
    }
    var chosen = chosen(bulk, members);
    var queue = members.knownIfGiven("/queue", bulk.queue, this::queue);
    var answer = members.knownIfGiven("/answer", bulk.answer, this::answer);
    if (bulk.act == Act.MOVE && bulk.queue == null) {
      members.wrong("/queue", "api.member.missing");
    }
    if (bulk.act == Act.CLOSE && bulk.answer == null) {
      members.wrong("/answer", "api.member.missing");
    }
    members.check();
    return Members.pointing(MEMBERS, () -> Deed.of(done(me, bulk, chosen, queue, answer)));
  }

  private TicketDeeds.Done done(
      Me me,
      Bulk bulk,
      List<QuestionId> chosen,
      @Nullable QueueId queue,
      @Nullable CannedId answer) {
    return switch (bulk.act == null ? Act.TAKE : bulk.act) {
      case TAKE -> deeds.take(me, chosen);
      case RELEASE -> deeds.release(me, chosen);
      case MOVE -> deeds.move(me, chosen, queue == null ? NO_QUEUE : queue);
      case RATE -> deeds.rate(me, chosen, bulk.severity);
      case MERGE -> deeds.merge(me, chosen, lead(bulk, chosen));
      case BELOW -> deeds.putBelow(me, chosen, lead(bulk, chosen));
      case CLOSE ->
          deeds.close(me, chosen, CloseReason.SOLVED, answer == null ? NO_ANSWER : answer);
    };
  }

  private static List<QuestionId> chosen(Bulk bulk, Members members) {
    var tickets = bulk.tickets == null ? List.<Long>of() : bulk.tickets;
    if (tickets.isEmpty() || tickets.contains(null)) {
      members.wrong("/tickets", "api.member.missing");
      return List.of();
    }
    return tickets.stream().distinct().map(QuestionId::new).toList();
  }

  private static QuestionId lead(Bulk bulk, List<QuestionId> chosen) {
    return bulk.into != null
        ? new QuestionId(bulk.into)
        : chosen.stream().min(Comparator.comparingLong(QuestionId::value)).orElseThrow();
  }

  /** The latest deed of one's own, as far as nobody changed the same since. */
  @PostMapping("/deeds/{deed}/undoing")
  Deed undo(Me me, @PathVariable DeedId deed) {
    return Deed.of(deeds.undo(me, deed));
  }

  private TicketReading.Ticket after(Me me, QuestionId id, Supplier<TicketDeeds.Done> deed) {
    return acts.on(me, id, () -> Members.pointing(MEMBERS, deed));
  }

  private QueueId queueOf(Moving moving) {
    var members = new Members();
    var queue = members.known("/queue", moving.queue, this::queue, NO_QUEUE);
    members.check();
    return queue;
  }

  private static QuestionId into(Joining joining) {
    var members = new Members();
    if (joining.into == null) {
      members.wrong("/into", "api.member.missing");
    }
    members.check();
    return new QuestionId(joining.into == null ? 0 : joining.into);
  }

  private @Nullable QueueId queue(Ref named) {
    return queues.active().stream()
        .filter(one -> named.is(one.id().value()) || one.nameNl().equalsIgnoreCase(named.text()))
        .map(Queues.Queue::id)
        .findFirst()
        .orElse(null);
  }

  private @Nullable CannedId answer(Ref named) {
    return answers.active().stream()
        .map(CannedAnswers.Answer::id)
        .filter(one -> named.is(one.value()))
        .findFirst()
        .orElse(null);
  }
}
