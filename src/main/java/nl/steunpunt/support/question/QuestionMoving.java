package nl.steunpunt.support.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.routing.Need;
import nl.steunpunt.support.routing.NextStep;
import nl.steunpunt.support.routing.Reason;
import nl.steunpunt.support.routing.Routing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a question where routing says it belongs now, and plans what happens when it stays quiet
 * there.
 */
@Component
class QuestionMoving {
  /** Working minutes a power user who said "mine" may be silent while the asker waits. */
  private static final int TAKEN_SILENT_MINUTES = 240;

  private static final int TAKEN_SILENT_MINUTES_STUCK = 60;

  /** Working days after which an answer that nobody disputes counts as accepted. */
  private static final int CLOSES_AFTER_DAYS = 5;

  private static final Duration DEADLINE_HORIZON = Duration.ofDays(60);

  private static final String ASKED_IN_PERSON = Reason.of(Reason.Kind.ASKED_IN_PERSON).word();
  private static final String FROM_SIGNAL = Reason.of(Reason.Kind.FROM_SIGNAL).word();

  private final Routing routing;
  private final OrganisationCalendar calendar;
  private final Absences absences;
  private final JdbcClient sql;

  QuestionMoving(
      Routing routing, OrganisationCalendar calendar, Absences absences, JdbcClient sql) {
    this.routing = routing;
    this.calendar = calendar;
    this.absences = absences;
    this.sql = sql;
  }

  void route(Question question, Set<PersonId> tried, Instant now) {
    var routed = routing.route(need(question, tried, now), now);
    var reasons = words(routed.stop().reasons(), question);
    var powerUser = routed.stop().powerUser();
    if (powerUser == null) {
      question.toHelpdesk(StepKind.TO_HELPDESK, null, reasons, now);
    } else {
      question.offerTo(powerUser, reasons, next(Objects.requireNonNull(routed.next())), now);
    }
  }

  /** Who made a signal a question filed it, and yet was not asked in person. */
  private static List<String> words(List<Reason> reasons, Question question) {
    var words = new ArrayList<>(reasons.stream().map(Reason::word).toList());
    if (question.origin() == Origin.FROM_SIGNAL) {
      words.remove(ASKED_IN_PERSON);
      if (question.id() == null) {
        words.addFirst(FROM_SIGNAL);
      }
    }
    return words;
  }

  /** Why routing would have chosen this power user then; nothing when it would not. */
  List<String> reasonsFor(PersonId powerUser, Question question, Instant at) {
    var stop = routing.route(need(question, Set.of(), at), at).stop();
    return powerUser.equals(stop.powerUser())
        ? stop.reasons().stream().map(Reason::word).toList()
        : List.of();
  }

  private static Need need(Question question, Set<PersonId> tried, Instant now) {
    return new Need(
        question.asker(),
        question.filedBy(),
        question.system(),
        question.topic(),
        question.stuck(),
        soon(question.stuckUntil(), now),
        tried);
  }

  /**
   * After "not solved": back to who answered, who knows it best; if that one is not there, routed
   * anew.
   */
  void routeBack(Question question, boolean fromDesk, Instant now) {
    var before = question.powerUser();
    if (fromDesk) {
      question.toHelpdesk(StepKind.TO_HELPDESK, null, List.of(), now);
    } else if (before != null && isThere(before, question, now)) {
      question.offerTo(before, List.of(), afterOffer(question, now), now);
    } else {
      route(question, Set.of(), now);
    }
  }

  /**
   * From the desk to this power user; null: to who had it before, or when that one is not there to
   * whom routing finds.
   */
  void giveBack(Question question, PersonId by, @Nullable PersonId to, Instant now) {
    var before = question.powerUser();
    if (to != null) {
      requirePowerUser(to, question.system());
      question.giveBack(by, to, afterOffer(question, now), now);
    } else if (before != null && isThere(before, question, now)) {
      question.giveBack(by, before, afterOffer(question, now), now);
    } else {
      question.sendBack(by, now);
      route(question, Set.of(), now);
      if (question.status() == Status.WITH_HELPDESK) {
        throw Refusal.conflict("question.refused.nobody_to_return");
      }
    }
  }

  /** To whom {@link #giveBack} gives it when nobody is named; nobody: it is refused. */
  Optional<PersonId> backTo(Question question, Instant now) {
    var before = question.powerUser();
    return before != null && isThere(before, question, now)
        ? Optional.of(before)
        : Optional.ofNullable(routing.route(need(question, Set.of(), now), now).stop().powerUser());
  }

  private boolean isThere(PersonId powerUser, Question question, Instant now) {
    return isPowerUser(powerUser, question.system()) && !absences.isAbsent(powerUser, now);
  }

  Next afterOffer(Question question, Instant now) {
    var settings = routing.settings();
    return movesOn(
        now, question.stuck() ? settings.silentMinutesStuck() : settings.silentMinutes());
  }

  Next afterTaking(Question question, Instant now) {
    return movesOn(now, question.stuck() ? TAKEN_SILENT_MINUTES_STUCK : TAKEN_SILENT_MINUTES);
  }

  /** How long its holder may be silent from that moment. */
  Next afterSilence(Question question, Instant from) {
    return question.isTaken() ? afterTaking(question, from) : afterOffer(question, from);
  }

  Instant endOf(Snooze snooze, Instant now) {
    return snooze.until(now, calendar.current());
  }

  /**
   * A far deadline shortens nothing, and counting working time up to it would take as long as it is
   * far.
   */
  private static @Nullable Instant soon(@Nullable Instant deadline, Instant now) {
    var horizon = now.plus(DEADLINE_HORIZON);
    return deadline == null || deadline.isBefore(horizon) ? deadline : horizon;
  }

  /** The moment a power user names, or the first working moment after it. */
  Instant endOfSnooze(Instant wished) {
    return calendar.current().nextWorkingMoment(wished);
  }

  Next closing(Instant now) {
    return new Next(
        Next.Kind.CLOSES, calendar.current().plusWorkingDays(now, CLOSES_AFTER_DAYS), null);
  }

  /** A power user of this system who is there to be asked now. */
  void requireReachable(PersonId person, SystemId system, Instant now) {
    requirePowerUser(person, system);
    if (absences.isAbsent(person, now)) {
      throw Refusal.of("question.refused.absent");
    }
  }

  /**
   * Whom not to ask when this one lets go: who had it before, and this one. An absent one need not
   * be named, is not asked anyway, and then the asker reads "is absent" instead of "was too late".
   */
  Set<PersonId> triedWith(Set<PersonId> before, PersonId holder, Instant now) {
    var tried = new HashSet<>(before);
    if (absences.isAbsent(holder, now)) {
      tried.remove(holder);
    } else {
      tried.add(holder);
    }
    return tried;
  }

  void requirePowerUser(PersonId person, SystemId system) {
    if (!isPowerUser(person, system)) {
      throw Refusal.of("question.refused.no_such_power_user");
    }
  }

  private boolean isPowerUser(PersonId person, SystemId system) {
    return sql.sql(
            """
            select exists (select from network.pub_power_user pu
                             join people.pub_person p on p.id = pu.person_id and p.active
                            where pu.person_id = :person and pu.system_id = :system)
            """)
        .param("person", person)
        .param("system", system)
        .query(Boolean.class)
        .single();
  }

  private Next movesOn(Instant from, int workingMinutes) {
    return new Next(
        Next.Kind.MOVES_ON, calendar.current().plusWorkingMinutes(from, workingMinutes), null);
  }

  private static Next next(NextStep step) {
    var kind = step.kind() == NextStep.Kind.HELPDESK ? Next.Kind.TO_HELPDESK : Next.Kind.MOVES_ON;
    return new Next(kind, step.at(), step.to());
  }
}
