package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.support.PastCall;
import nl.steunpunt.support.PastQuestion;
import nl.steunpunt.support.PastQuestion.Event;
import nl.steunpunt.support.QuestionHistory;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.Conversations.Written;
import nl.steunpunt.support.conversation.MessageKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a question of the past live its life again, by the verbs of a question of today. */
@Service
class QuestionKeeping implements QuestionHistory {
  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final QuestionHooks hooks;
  private final JdbcClient sql;
  private final Clock clock;

  QuestionKeeping(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      QuestionHooks hooks,
      JdbcClient sql,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.hooks = hooks;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public boolean isEmpty() {
    return sql.sql("select not exists (select from support.question)")
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public void share(QuestionId question) {
    sql.sql("insert into support.shared_question (question_id) values (:id) on conflict do nothing")
        .param("id", question)
        .update();
  }

  @Override
  @Transactional
  public QuestionId add(PastQuestion past) {
    return keep(past).id();
  }

  @Override
  @Transactional
  public QuestionId addAsNews(PastQuestion past) {
    var kept = keep(past);
    hooks.tell(kept.id().value(), kept.question());
    return kept.id();
  }

  private record Kept(QuestionId id, Question question) {}

  private Kept keep(PastQuestion past) {
    var now = clock.instant();
    var question =
        Question.asked(
            past.asker(),
            past.asker(),
            past.system(),
            past.topic(),
            QuestionAsking.text(past.text()),
            past.stuck(),
            past.stuckUntil(),
            Origin.ASKED,
            past.askedAt());
    offer(question, past, now);
    past.events().forEach(event -> happen(question, past, event, now));
    var next = question.next();
    if (next != null && next.kind() == Next.Kind.CLOSES && next.at().isBefore(now)) {
      question.closeInSilence(next.at());
    }
    var id = questions.add(question, null, past.askedAt(), seats(past));
    write(id, past, question.status().isOpen());
    return new Kept(id, question);
  }

  @Override
  @Transactional
  public QuestionId addCall(PastCall call) {
    var question =
        Question.asked(
            call.caller(),
            call.desk(),
            call.system(),
            call.topic(),
            QuestionAsking.text(call.text()),
            false,
            null,
            Origin.DESK_FIRST,
            call.at());
    question.toHelpdesk(StepKind.TO_HELPDESK, null, List.of(), call.at());
    question.closeAtDesk(call.desk(), moving.closing(call.solvedAt()), call.solvedAt());
    var next = question.next();
    if (next != null && next.kind() == Next.Kind.CLOSES && next.at().isBefore(clock.instant())) {
      question.closeInSilence(next.at());
    }
    var seats =
        List.of(new Seat(call.caller(), Seat.Role.ASKER), new Seat(call.desk(), Seat.Role.DESK));
    var id = questions.add(question, null, call.at(), seats);
    conversations.addAll(
        id,
        List.of(new Written(call.desk(), MessageKind.ANSWER, call.solution(), call.solvedAt())));
    conversations.readByAll(id, true);
    return id;
  }

  /** With routing's reasons, where routing makes the same choice. */
  private void offer(Question question, PastQuestion past, Instant now) {
    var reasons = moving.reasonsFor(past.powerUser(), question, past.askedAt());
    question.offerTo(past.powerUser(), reasons, moving.afterOffer(question, now), past.askedAt());
  }

  private void happen(Question question, PastQuestion past, Event event, Instant now) {
    var by = event.by();
    var at = event.at();
    switch (event.kind()) {
      case SAID -> {
        if (by.equals(past.powerUser()) && question.status() == Status.WITH_POWER_USER) {
          question.take(by, moving.afterTaking(question, now), at);
        }
        question.spoken(by, moving.afterTaking(question, now), at);
      }
      case ANSWERED -> {
        if (question.status() == Status.WITH_HELPDESK) {
          question.closeAtDesk(by, moving.closing(at), at);
        } else {
          question.answer(by, moving.closing(at), at);
        }
      }
      case EXPLAINED -> {}
      case HANDED_OVER -> question.handOver(by, at);
      case CONFIRMED -> question.confirm(by, at);
      case DISPUTED -> {
        question.reopen(by, at);
        question.offerTo(past.powerUser(), List.of(), moving.afterOffer(question, now), at);
      }
      case WITHDRAWN -> question.withdraw(by, at);
    }
  }

  private static List<Seat> seats(PastQuestion past) {
    var seats = new ArrayList<Seat>();
    seats.add(new Seat(past.asker(), Seat.Role.ASKER));
    seats.add(new Seat(past.powerUser(), Seat.Role.POWER_USER));
    var known = List.of(past.asker(), past.powerUser());
    past.events().stream()
        .map(Event::by)
        .filter(by -> !known.contains(by))
        .distinct()
        .forEach(desk -> seats.add(new Seat(desk, Seat.Role.DESK)));
    return seats;
  }

  /** Who spoke has read what came before; once it is settled, all have read all. */
  private void write(QuestionId id, PastQuestion past, boolean open) {
    conversations.addAll(
        id,
        past.events().stream()
            .filter(event -> !event.text().isEmpty())
            .map(event -> new Written(event.by(), kind(event), event.text(), event.at()))
            .toList());
    conversations.readByAll(id, !open);
  }

  private static MessageKind kind(Event event) {
    return switch (event.kind()) {
      case ANSWERED -> MessageKind.ANSWER;
      case EXPLAINED -> MessageKind.WHY;
      case HANDED_OVER -> MessageKind.TRIED;
      default -> MessageKind.SAID;
    };
  }
}
