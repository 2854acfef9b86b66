package nl.steunpunt.support.question;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.metrics.Counters;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The questions, and the one door to each: {@link #visibleTo}. */
@Repository
public class Questions {
  private static final String COLUMNS =
      """
      id, asker_id, filed_by_id, system_id, topic_id, origin, asked_at, text, status, outcome, power_user_id,
      taken_at, stuck, stuck_until, waiting_since, snoozed_until, desk_since, next_step, next_at, next_person_id
      """;

  /** Whose it is: all who took part, and the desk from the moment it was handed over. */
  public static final String VISIBLE =
      """
      (exists (select from support.participant mine where mine.question_id = q.id and mine.person_id = :me)
        or (:desk and q.desk_since is not null))
      """;

  private final JdbcClient sql;
  private final Counters counters;

  Questions(JdbcClient sql, Counters counters) {
    this.sql = sql;
    this.counters = counters;
  }

  /**
   * The question when this person may see it, locked until the transaction ends; else it does not
   * exist.
   */
  public Question visibleTo(Me me, QuestionId id) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from support.question q where q.id = :id and "
                + VISIBLE
                + " for update")
        .param("id", id)
        .param("me", me.id())
        .param("desk", me.is(Role.HELPDESK))
        .query(Row.class)
        .optional()
        .map(Question::new)
        .orElseThrow(NotFound::new);
  }

  /** For timed steps and other work in nobody's name. */
  Optional<Question> locked(QuestionId id) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from support.question q where q.id = :id for update skip locked")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(Question::new);
  }

  /** As it stands, for work in nobody's name that changes nothing. */
  Optional<Question> read(QuestionId id) {
    return sql.sql("select " + COLUMNS + " from support.question q where q.id = :id")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(Question::new);
  }

  /** Whether this person may see it, without reading or locking it. */
  public void requireVisible(Me me, QuestionId id) {
    var visible =
        sql.sql(
                "select exists (select from support.question q where q.id = :id and "
                    + VISIBLE
                    + ")")
            .param("id", id)
            .param("me", me.id())
            .param("desk", me.is(Role.HELPDESK))
            .query(Boolean.class)
            .single();
    if (!visible) {
      throw new NotFound();
    }
  }

  /**
   * The question that this person filed so before; whoever sends it at the same time waits here.
   */
  Optional<QuestionId> askedAs(PersonId filer, UUID askedAs) {
    sql.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", askedAs.getMostSignificantBits())
        .query()
        .listOfRows();
    return sql.sql("select id from support.question where filed_by_id = :filer and asked_as = :as")
        .param("filer", filer)
        .param("as", askedAs)
        .query(QuestionId.class)
        .optional();
  }

  /**
   * The question with its route so far and who takes part, in one statement: asking is what most of
   * all must be quick, and each further statement is a way to the database and back.
   *
   * @param askedAs the sending of the form it came from; null: none that can repeat itself
   * @param seats each person once
   */
  QuestionId add(Question question, @Nullable UUID askedAs, Instant at, List<Seat> seats) {
    var steps = question.newSteps();
    var statement =
        sql.sql(
                """
                with asked as (
                  insert into support.question (asker_id, filed_by_id, system_id, topic_id, origin, text, status, outcome,
                    power_user_id, taken_at, stuck, stuck_until, asked_at, waiting_since, changed_at, desk_since, next_step,
                    next_at, next_person_id, asked_as)
                  values (:asker, :filedBy, :system, :topic, :origin, :text, :status, :outcome, :powerUser,
                    :takenAt, :stuck, :stuckUntil, :askedAt, :waitingSince, :changedAt, :deskSince, :nextStep, :nextAt,
                    :nextPerson, :askedAs)
                  returning id
                ), route as (
                  insert into support.step (question_id, seq, kind, person_id, reasons, at)
                  select asked.id, n, kind, person, reasons, s.at
                    from asked, unnest(cast(:kinds as text[]), cast(:people as bigint[]), cast(:reasons as text[]),
                                       cast(:at as timestamptz[])) with ordinality as s (kind, person, reasons, at, n)
                ), seated as (
                  insert into support.participant (question_id, person_id, role, joined_at)
                  select asked.id, person, role, :joinedAt
                    from asked, unnest(cast(:seated as bigint[]), cast(:roles as text[])) as s (person, role)
                )
                select id from asked
                """)
            .param("asker", question.asker())
            .param("filedBy", question.filedBy())
            .param("system", question.system())
            .param("topic", question.topic())
            .param("origin", question.origin())
            .param("text", question.text())
            .param("status", question.status())
            .param("outcome", question.outcome())
            .param("powerUser", question.powerUser())
            .param("takenAt", question.takenAt())
            .param("stuck", question.stuck())
            .param("stuckUntil", question.stuckUntil())
            .param("askedAt", question.askedAt())
            .param("waitingSince", question.waitingSince())
            .param("changedAt", steps.getLast().at())
            .param("deskSince", question.deskSince())
            .param("nextStep", nextKind(question.next()))
            .param("nextAt", question.next() == null ? null : question.next().at())
            .param("nextPerson", question.next() == null ? null : question.next().person())
            .param("askedAs", askedAs)
            .param("joinedAt", at);
    return seated(route(statement, steps), seats).query(QuestionId.class).single();
  }

  private StatementSpec route(StatementSpec statement, List<Step> steps) {
    steps.forEach(step ->
        counters.count(
            "steunpunt_question_steps_total", "step", step.kind().name().toLowerCase(Locale.ROOT)));
    return statement
        .param("kinds", steps.stream().map(step -> step.kind().word()).toArray(String[]::new))
        .param(
            "people",
            steps.stream()
                .map(step -> step.person() == null ? null : step.person().value())
                .toArray(Long[]::new))
        .param(
            "reasons",
            steps.stream().map(step -> String.join(" ", step.reasons())).toArray(String[]::new))
        .param("at", steps.stream().map(step -> step.at().toString()).toArray(String[]::new));
  }

  private static StatementSpec seated(StatementSpec statement, List<Seat> seats) {
    return statement
        .param("seated", seats.stream().map(seat -> seat.person().value()).toArray(Long[]::new))
        .param(
            "roles",
            seats.stream()
                .map(seat -> seat.role().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
  }

  void save(Question question) {
    var id = Objects.requireNonNull(question.id());
    sql.sql(
            """
            update support.question
               set text = :text, status = :status, outcome = :outcome, power_user_id = :powerUser, taken_at = :takenAt,
                   stuck = :stuck, stuck_until = :stuckUntil, waiting_since = :waitingSince,
                   snoozed_until = :snoozedUntil, desk_since = :deskSince, next_step = :nextStep, next_at = :nextAt,
                   next_person_id = :nextPerson, changed_at = coalesce(:changedAt::timestamptz, changed_at)
             where id = :id
            """)
        .param("id", id)
        .param("text", question.text())
        .param("status", question.status())
        .param("outcome", question.outcome())
        .param("powerUser", question.powerUser())
        .param("takenAt", question.takenAt())
        .param("stuck", question.stuck())
        .param("stuckUntil", question.stuckUntil())
        .param("waitingSince", question.waitingSince())
        .param("snoozedUntil", question.snoozedUntil())
        .param("deskSince", question.deskSince())
        .param("nextStep", nextKind(question.next()))
        .param("nextAt", question.next() == null ? null : question.next().at())
        .param("nextPerson", question.next() == null ? null : question.next().person())
        .param(
            "changedAt", question.newSteps().isEmpty() ? null : question.newSteps().getLast().at())
        .update();
    addSteps(id, question.newSteps());
  }

  private void addSteps(QuestionId id, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    var statement =
        sql.sql(
                """
                insert into support.step (question_id, seq, kind, person_id, reasons, at)
                select :id, (select coalesce(max(seq), 0) from support.step where question_id = :id) + n, kind, person,
                       reasons, at
                  from unnest(cast(:kinds as text[]), cast(:people as bigint[]), cast(:reasons as text[]),
                              cast(:at as timestamptz[])) with ordinality as s (kind, person, reasons, at, n)
                """)
            .param("id", id);
    route(statement, steps).update();
  }

  /**
   * Lets these people in; who is in already keeps the role they have, but for a second chair who
   * becomes the holder.
   */
  void admit(QuestionId id, Instant at, List<Seat> seats) {
    var statement =
        sql.sql(
                """
                insert into support.participant as p (question_id, person_id, role, joined_at)
                select :id, person, role, :at
                  from unnest(cast(:seated as bigint[]), cast(:roles as text[])) as s (person, role)
                on conflict (question_id, person_id) do update set role = excluded.role
                 where p.role = 'second_chair' and excluded.role = 'power_user'
                """)
            .param("id", id)
            .param("at", at);
    seated(statement, seats).update();
  }

  /** Whoever has it now may see it, from now on. */
  void admitHolder(Question question, Instant at) {
    var holder = question.powerUser();
    if (holder != null) {
      admit(
          Objects.requireNonNull(question.id()),
          at,
          List.of(new Seat(holder, Seat.Role.POWER_USER)));
    }
  }

  /**
   * Lets a second chair in.
   *
   * @return false when this person took part already
   */
  boolean admitsSecondChair(QuestionId id, PersonId person, Instant at) {
    return sql.sql(
                """
                insert into support.participant (question_id, person_id, role, joined_at)
                values (:id, :person, 'second_chair', :at)
                on conflict (question_id, person_id) do nothing
                """)
            .param("id", id)
            .param("person", person)
            .param("at", at)
            .update()
        == 1;
  }

  /** From now on this second chair sees it no more; false when it was none. */
  boolean dismissSecondChair(QuestionId id, PersonId person) {
    return sql.sql(
                """
                delete from support.participant
                 where question_id = :id and person_id = :person and role = 'second_chair'
                """)
            .param("id", id)
            .param("person", person)
            .update()
        == 1;
  }

  /** Everyone who takes part, for live events. */
  List<PersonId> participants(QuestionId id) {
    return sql.sql("select person_id from support.participant where question_id = :id")
        .param("id", id)
        .query(PersonId.class)
        .list();
  }

  /**
   * Power users this question was offered to before, so that it does not come back to them by
   * itself. From whom it was taken back did not have the time to try.
   */
  Set<PersonId> offeredBefore(QuestionId id) {
    return Set.copyOf(
        sql.sql(
                """
                select distinct o.person_id from support.step o
                 where o.question_id = :id and o.kind = 'offered' and o.person_id is not null
                   and not exists (select from support.step b
                                    where b.question_id = o.question_id and b.seq = o.seq + 1 and b.kind = 'taken_back')
                """)
            .param("id", id)
            .query(PersonId.class)
            .list());
  }

  private static Next.@Nullable Kind nextKind(@Nullable Next next) {
    return next == null ? null : next.kind();
  }
}
