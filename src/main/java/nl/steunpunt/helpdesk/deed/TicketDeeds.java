package nl.steunpunt.helpdesk.deed;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.steunpunt.helpdesk.DeskNews;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.desk.Closing;
import nl.steunpunt.helpdesk.desk.TicketHandling;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.queue.Queues;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.helpdesk.target.TicketReckoning;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One or more tickets at once. What has left the desk meanwhile, or a colleague has, is left alone
 * and said.
 */
@Service
public class TicketDeeds {
  /** More than a page of the queue is no choice but a mistake. */
  static final int MOST = 100;

  /** Later than that colleagues and askers have gone on from it. */
  public static final Duration UNDONE_WITHIN = Duration.ofMinutes(30);

  /**
   * @param deed by which it is undone; null: nothing was changed
   * @param done to how many tickets
   * @param left how many were left alone
   */
  public record Done(@Nullable DeedId deed, DeedKind kind, int done, int left) {}

  private record Changed(@Nullable DeedId deed, List<QuestionId> questions) {}

  private final Deeds deeds;
  private final TicketHandling handling;
  private final TicketReckoning reckoning;
  private final Queues queues;
  private final CannedAnswers answers;
  private final Desk desk;
  private final DeskNews news;
  private final Clock clock;

  TicketDeeds(
      Deeds deeds,
      TicketHandling handling,
      TicketReckoning reckoning,
      Queues queues,
      CannedAnswers answers,
      Desk desk,
      DeskNews news,
      Clock clock) {
    this.deeds = deeds;
    this.handling = handling;
    this.reckoning = reckoning;
    this.queues = queues;
    this.answers = answers;
    this.desk = desk;
    this.news = news;
    this.clock = clock;
  }

  /** What a colleague has is left alone. */
  @Transactional
  public Done take(Me me, Collection<QuestionId> questions) {
    var free = new HashSet<>(there(me, questions));
    free.removeAll(handling.takenByOthers(me, free));
    var changed = change(me, DeedKind.TAKEN, free, me.id());
    changed.questions.forEach(one -> desk.noteTaken(me, one));
    return done(DeedKind.TAKEN, questions, changed);
  }

  /** What a colleague has is left alone. */
  @Transactional
  public Done release(Me me, Collection<QuestionId> questions) {
    var mine = new HashSet<>(there(me, questions));
    mine.removeAll(handling.takenByOthers(me, mine));
    var changed = change(me, DeedKind.RELEASED, mine, null);
    changed.questions.forEach(one -> desk.noteReleased(me, one));
    return done(DeedKind.RELEASED, questions, changed);
  }

  @Transactional
  public Done move(Me me, Collection<QuestionId> questions, QueueId to) {
    if (queues.find(to).isEmpty()) {
      throw Refusal.of("desk.refused.queue").at("queue");
    }
    var changed = change(me, DeedKind.MOVED, there(me, questions), to);
    return done(DeedKind.MOVED, questions, changed);
  }

  /**
   * @param severity null: as it is reckoned
   */
  @Transactional
  public Done rate(Me me, Collection<QuestionId> questions, @Nullable Severity severity) {
    var word = severity == null ? null : severity.word();
    var changed = change(me, DeedKind.RATED, there(me, questions), word);
    return done(DeedKind.RATED, questions, changed);
  }

  /**
   * They go with that one from now on: closed with it, each asker told in their own conversation.
   */
  @Transactional
  public Done merge(Me me, Collection<QuestionId> questions, QuestionId into) {
    return join(me, DeedKind.MERGED, questions, into);
  }

  /** Parts of that one, which go their own way. */
  @Transactional
  public Done putBelow(Me me, Collection<QuestionId> questions, QuestionId parent) {
    return join(me, DeedKind.PUT_BELOW, questions, parent);
  }

  private Done join(Me me, DeedKind kind, Collection<QuestionId> questions, QuestionId lead) {
    var all = new HashSet<>(questions);
    all.add(lead);
    var there = there(me, all);
    if (!there.contains(lead)) {
      throw Refusal.of("deed.refused.not_there", lead.value()).at("into");
    }
    var others = new HashSet<>(there);
    others.remove(lead);
    if (others.isEmpty()) {
      throw Refusal.of("deed.refused.itself").at("into");
    }
    var ticket = deeds.ticketOf(lead).orElseThrow(NotFound::new);
    // One level: what follows another does not lead, so no circle and no chain that nobody sees.
    if (deeds.follows(ticket) || deeds.leads(others)) {
      throw Refusal.conflict("deed.refused.chain");
    }
    return done(kind, others, change(me, kind, others, ticket));
  }

  @Transactional
  public Done takeApart(Me me, DeedKind kind, QuestionId question) {
    var changed = change(me, kind, there(me, List.of(question)), null);
    return done(kind, List.of(question), changed);
  }

  /** Each asker reads the answer in their own language and conversation. */
  @Transactional
  public Done close(Me me, Collection<QuestionId> questions, CloseReason reason, CannedId canned) {
    var there = there(me, questions);
    if (there.isEmpty()) {
      return new Done(null, DeedKind.CLOSED, 0, questions.size());
    }
    var deed = deeds.begin(me.id(), DeedKind.CLOSED);
    var closed = new HashSet<QuestionId>();
    for (var one : there) {
      if (!closed.contains(one)) {
        closed.addAll(
            handling.close(
                me,
                one,
                UUID.randomUUID(),
                Closing.because(reason),
                each -> answers.written(me, canned, each)));
      }
    }
    closed.forEach(one -> deeds.noteClosed(deed, one));
    return new Done(deed, DeedKind.CLOSED, closed.size(), questions.size() - there.size());
  }

  /**
   * One, and what was merged into it.
   *
   * @param text what each of them reads
   */
  @Transactional
  public void close(
      Me me,
      QuestionId question,
      UUID clientId,
      Closing closing,
      Function<QuestionId, String> text) {
    var closed = handling.close(me, question, clientId, closing, text);
    var deed = deeds.begin(me.id(), DeedKind.CLOSED);
    closed.forEach(one -> deeds.noteClosed(deed, one));
  }

  /**
   * A second trouble in one question becomes a question of its own, of the same asker.
   *
   * @param sending the form it was typed in: sent again it is the same question
   */
  @Transactional
  public QuestionId split(Me me, QuestionId from, String text, @Nullable UUID sending) {
    desk.requireAtDesk(me, from);
    var made = desk.splitOff(me, from, text, sending);
    if (deeds.splitOff(made, from)) {
      deeds.note(deeds.begin(me.id(), DeedKind.SPLIT), made, null, null);
      news.tell(List.of(from, made), DeedKind.SPLIT.word());
    }
    return made;
  }

  /** The latest deed of one's own, as far as nobody changed the same since. */
  @Transactional
  public Done undo(Me me, DeedId id) {
    var deed = deeds.locked(me.id(), id).orElseThrow(NotFound::new);
    if (deed.undoneAt() != null) {
      throw Refusal.conflict("deed.refused.undone");
    }
    if (deed.doneAt().isBefore(clock.instant().minus(UNDONE_WITHIN))) {
      throw Refusal.conflict("deed.refused.late");
    }
    var all = deeds.questions(id);
    var back =
        switch (deed.kind()) {
          case CLOSED ->
              all.stream()
                  .filter(one -> desk.openAgain(me, one, () -> deeds.isClosedBy(id, one)))
                  .toList();
          case SPLIT -> all.stream().filter(one -> desk.dropSplit(me, one)).toList();
          default -> putBack(me, deed, all);
        };
    deeds.undone(id);
    news.tell(back, "undone");
    return new Done(id, deed.kind(), back.size(), all.size() - back.size());
  }

  private List<QuestionId> putBack(Me me, Deeds.Deed deed, List<QuestionId> all) {
    there(me, all);
    var back = deeds.putBack(deed);
    switch (deed.kind()) {
      case TAKEN -> back.forEach(one -> desk.noteReleased(me, one));
      case RELEASED -> back.forEach(one -> desk.noteTaken(me, one));
      default -> reckon(deed.id(), deed.kind(), back);
    }
    return back;
  }

  /** Those that are with the desk, locked until the caller's transaction ends; in order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<QuestionId> there(Me me, Collection<QuestionId> questions) {
    if (questions.size() > MOST) {
      throw Refusal.of("deed.refused.many", MOST);
    }
    return desk.holdAtDesk(me, questions);
  }

  private Changed change(
      Me me, DeedKind kind, Collection<QuestionId> questions, @Nullable Object value) {
    if (questions.isEmpty()) {
      return new Changed(null, List.of());
    }
    var deed = deeds.begin(me.id(), kind);
    var changed = deeds.change(deed, kind, questions, value);
    reckon(deed, kind, changed);
    news.tell(changed, kind.word());
    return new Changed(changed.isEmpty() ? null : deed, changed);
  }

  /** Severity and who goes with whom decide the priority. */
  private void reckon(DeedId deed, DeedKind kind, List<QuestionId> changed) {
    if (kind == DeedKind.RATED) {
      changed.forEach(reckoning::reckon);
    } else if (kind == DeedKind.MERGED || kind == DeedKind.UNMERGED) {
      changed.forEach(reckoning::reckon);
      deeds.leads(deed).forEach(reckoning::reckon);
    }
  }

  private static Done done(DeedKind kind, Collection<QuestionId> asked, Changed changed) {
    var done = changed.questions.size();
    return new Done(changed.deed, kind, done, asked.size() - done);
  }
}
