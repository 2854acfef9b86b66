package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionWorkedOn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking: the question is stored, finds its power user and is on their screen, in one transaction.
 */
@Service
public class QuestionAsking {
  private static final Set<Role> MAY_ASK_FOR_OTHERS =
      EnumSet.of(Role.POWER_USER, Role.HELPDESK, Role.NETWORK_LEAD);

  /** A moment beyond a century is a slip of the keys. */
  private static final Duration FURTHEST_DEADLINE = Duration.ofDays(36_525);

  private final Questions questions;
  private final QuestionMoving moving;
  private final QuestionNews news;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  QuestionAsking(
      Questions questions,
      QuestionMoving moving,
      QuestionNews news,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.news = news;
    this.facts = facts;
    this.clock = clock;
  }

  /** For oneself, or as a power user, desk or lead for a colleague who asked aloud. */
  @Transactional
  public QuestionId ask(Me me, Ask ask) {
    requireMayAsk(me, ask);
    var origin = ask.onBehalfOf() == null ? Origin.ASKED : Origin.ON_BEHALF;
    return ask(me, ask, origin);
  }

  /**
   * What a signal was, as its sender's question: by the sender, or by who heard it and knows the
   * name.
   *
   * @param named whether it was sent under a name; of a nameless one nobody learns whose it was
   */
  @Transactional
  public QuestionId askFromSignal(Me me, Ask ask, boolean named) {
    requireMayAsk(me, ask);
    return ask(me, ask, named ? Origin.FROM_SIGNAL : Origin.ASKED);
  }

  private static void requireMayAsk(Me me, Ask ask) {
    if (ask.onBehalfOf() != null && MAY_ASK_FOR_OTHERS.stream().noneMatch(me::is)) {
      throw Refusal.of("question.refused.on_behalf");
    }
  }

  /** For a caller at the desk: to their power user. */
  @Transactional
  public QuestionId askForCaller(Me me, Ask ask) {
    return ask(me, ask, Origin.DESK_FIRST);
  }

  /** For a caller at the desk, who is helped there: no power user is asked. */
  @Transactional
  public QuestionId askAtDesk(Me me, Ask ask) {
    return ask(
        me,
        ask,
        Origin.DESK_FIRST,
        (question, now) -> question.toHelpdesk(StepKind.TO_HELPDESK, null, List.of(), now));
  }

  /** A second trouble of the same asker, which the desk found in a question. */
  @Transactional
  public QuestionId splitOff(Me me, Question from, String typed, @Nullable UUID sending) {
    var as = Sending.of(sending, typed.strip());
    var earlier = as == null ? Optional.<QuestionId>empty() : questions.askedAs(from.filedBy(), as);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var now = clock.instant();
    var question =
        Question.asked(
            from.asker(),
            from.filedBy(),
            from.system(),
            from.topic(),
            text(typed),
            from.stuck(),
            from.stuckUntil(),
            from.origin(),
            now);
    question.splitOff(me.id(), now);
    var seats = new ArrayList<>(seats(question));
    if (seats.stream().noneMatch(seat -> seat.person().equals(me.id()))) {
      seats.add(new Seat(me.id(), Seat.Role.DESK));
    }
    var id = questions.add(question, as, now, seats);
    var people = seats.stream().map(Seat::person).toList();
    news.tell(id.value(), people, question, me.id(), StepKind.SPLIT_OFF.word());
    return id;
  }

  /** The question that the same sending of the same form made already. */
  Optional<QuestionId> asked(Me me, Ask ask) {
    var askedAs = ask.askedAs();
    return askedAs == null ? Optional.empty() : questions.askedAs(me.id(), askedAs);
  }

  private QuestionId ask(Me me, Ask ask, Origin origin) {
    return ask(me, ask, origin, (question, now) -> moving.route(question, Set.of(), now));
  }

  private QuestionId ask(Me me, Ask ask, Origin origin, BiConsumer<Question, Instant> place) {
    var earlier = asked(me, ask);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var now = clock.instant();
    var asker = ask.onBehalfOf() == null ? me.id() : ask.onBehalfOf();
    var question =
        Question.asked(
            asker,
            me.id(),
            ask.system(),
            ask.topic(),
            text(ask.text()),
            ask.stuck(),
            deadline(ask, now),
            origin,
            now);
    place.accept(question, now);
    var seats = seats(question);
    var id = questions.add(question, ask.askedAs(), now, seats);
    news.tell(id.value(), seats.stream().map(Seat::person).toList(), question, me.id(), "asked");
    if (!me.id().equals(asker) && origin != Origin.DESK_FIRST) {
      facts.publishEvent(new QuestionWorkedOn(me.id(), question.system(), id, now));
    }
    return id;
  }

  private static List<Seat> seats(Question question) {
    var seats = new ArrayList<Seat>();
    seats.add(new Seat(question.asker(), Seat.Role.ASKER));
    var powerUser = question.powerUser();
    if (powerUser != null) {
      seats.add(new Seat(powerUser, Seat.Role.POWER_USER));
    }
    PersonId filer = question.filedBy();
    if (seats.stream().noneMatch(seat -> seat.person().equals(filer))) {
      // Who took a caller's question works at the desk, and is not the asker's stand-in.
      var fromDesk = question.origin() == Origin.DESK_FIRST;
      seats.add(new Seat(filer, fromDesk ? Seat.Role.DESK : Seat.Role.FILER));
    }
    return seats;
  }

  static String text(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      throw Refusal.of("question.refused.empty").at("text");
    }
    if (text.length() > Ask.MAX_LENGTH) {
      throw Refusal.of("question.refused.too_long", Ask.MAX_LENGTH).at("text");
    }
    return text;
  }

  private static @Nullable Instant deadline(Ask ask, Instant now) {
    var until = ask.stuckUntil();
    if (until != null && until.isBefore(now)) {
      throw Refusal.of("question.refused.deadline_past").at("stuckUntil");
    }
    if (until != null && until.isAfter(now.plus(FURTHEST_DEADLINE))) {
      throw Refusal.of("question.refused.deadline_unread").at("stuckUntil");
    }
    return until;
  }
}
