package nl.steunpunt.network;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead's edits of whom a mandate serves. Each is kept with the state before it, so that the
 * last one can be taken back, and then the one before that; constituencies are right when a call
 * returns.
 */
@Component
public class ConstituencyChanges {

  public enum State {
    SERVED,
    NOT_SERVED
  }

  /**
   * @param withId the change that was made with this one and is taken back with it
   * @param refId a department, location or manager, or for kind PERSON the person excepted
   */
  public record Change(
      long id,
      @Nullable Long withId,
      MandateId mandateId,
      Kind kind,
      long refId,
      @Nullable State before,
      @Nullable State after,
      PersonId madeBy,
      Instant madeAt) {}

  public enum Kind {
    DEPARTMENT,
    LOCATION,
    MANAGER,
    PERSON
  }

  private final JdbcClient sql;
  private final Constituencies constituencies;

  ConstituencyChanges(JdbcClient sql, Constituencies constituencies) {
    this.sql = sql;
    this.constituencies = constituencies;
  }

  @Transactional
  public void add(MandateId mandate, ConstituencyRule rule, PersonId by, Instant at) {
    make(mandate, kindOf(rule), rule.refId(), State.SERVED, by, at);
  }

  @Transactional
  public void remove(MandateId mandate, ConstituencyRule rule, PersonId by, Instant at) {
    make(mandate, kindOf(rule), rule.refId(), null, by, at);
  }

  /** Served first by this mandate, or never by it; null: as the rules say. */
  @Transactional
  public void except(
      PersonId person, MandateId mandate, @Nullable State state, PersonId by, Instant at) {
    make(mandate, Kind.PERSON, person.value(), state, by, at);
  }

  /**
   * Takes a rule from one mandate and gives it to another, as one change.
   *
   * @param from null: nobody had it
   * @param seen the last change that the lead knew of; 0: none
   * @return false: another change came since, and nothing was moved
   */
  @Transactional
  public boolean move(
      SystemId system,
      @Nullable MandateId from,
      MandateId to,
      ConstituencyRule rule,
      long seen,
      PersonId by,
      Instant at) {
    oneAtATime(system);
    if (isChangedSince(system, seen)) {
      return false;
    }
    var kind = kindOf(rule);
    var taken = from == null ? null : note(system, from, kind, rule.refId(), null, null, by, at);
    note(system, to, kind, rule.refId(), State.SERVED, taken, by, at);
    constituencies.recomputeFor(system);
    return true;
  }

  /**
   * @param seen the last change that the lead knew of; 0: none
   */
  public boolean isChangedSince(SystemId system, long seen) {
    return sql.sql(
                """
                select coalesce(max(id), 0) from network.constituency_change
                 where system_id = :system and undone_at is null
                """)
            .param("system", system)
            .query(Long.class)
            .single()
        != seen;
  }

  /** What {@link #undoLast} would take back. To a mandate that ended nothing is given back. */
  public Optional<Change> last(SystemId system) {
    return sql.sql(
            """
            select c.id, c.with_id, c.mandate_id, c.kind, c.ref_id, c.before, c.after, c.made_by, c.made_at
              from network.constituency_change c
              left join network.constituency_change taken on taken.id = c.with_id
              join network.mandate m on m.id = coalesce(taken.mandate_id, c.mandate_id) and m.stage <> 'ended'
             where c.system_id = :system and c.undone_at is null
             order by c.id desc limit 1
            """)
        .param("system", system)
        .query(Change.class)
        .optional();
  }

  /** Empty when there is nothing left to undo. */
  @Transactional
  public Optional<Change> undoLast(SystemId system, PersonId by, Instant at) {
    oneAtATime(system);
    var change = last(system);
    change.ifPresent(last -> {
      takeBack(last, by, at);
      if (last.withId != null) {
        last(system).ifPresent(with -> takeBack(with, by, at));
      }
      constituencies.recomputeFor(system);
    });
    return change;
  }

  /** As {@link #undoLast}, unless another change came since the lead saw this one on top. */
  @Transactional
  public void undo(SystemId system, long change, PersonId by, Instant at) {
    oneAtATime(system);
    if (last(system).filter(last -> last.id == change).isEmpty()) {
      throw Refusal.conflict("lead.changes.not_last");
    }
    undoLast(system, by, at);
  }

  private void takeBack(Change change, PersonId by, Instant at) {
    set(change.mandateId, change.kind, change.refId, change.before);
    sql.sql(
            """
            update network.constituency_change set undone_by = :by, undone_at = :at
             where id = :id
            """)
        .param("by", by)
        .param("at", at)
        .param("id", change.id)
        .update();
  }

  private void make(
      MandateId mandate, Kind kind, long ref, @Nullable State after, PersonId by, Instant at) {
    var system =
        sql.sql("select system_id from network.mandate where id = :id and stage <> 'ended'")
            .param("id", mandate)
            .query(SystemId.class)
            .single();
    oneAtATime(system);
    if (note(system, mandate, kind, ref, after, null, by, at) != null) {
      constituencies.recomputeFor(system);
    }
  }

  /** The number of the change; null: it was so already. */
  private @Nullable Long note(
      SystemId system,
      MandateId mandate,
      Kind kind,
      long ref,
      @Nullable State after,
      @Nullable Long with,
      PersonId by,
      Instant at) {
    if (after != null && !isKnown(kind, ref)) {
      throw new NotFound();
    }
    var before = state(mandate, kind, ref);
    if (before == after) {
      return null;
    }
    set(mandate, kind, ref, after);
    return sql.sql(
            """
            insert into network.constituency_change
              (system_id, mandate_id, kind, ref_id, before, after, with_id, made_by, made_at)
            values (:system, :mandate, :kind, :ref, :before, :after, :with, :by, :at)
            returning id
            """)
        .param("system", system)
        .param("mandate", mandate)
        .param("kind", kind)
        .param("ref", ref)
        .param("before", before)
        .param("after", after)
        .param("with", with)
        .param("by", by)
        .param("at", at)
        .query(Long.class)
        .single();
  }

  /** A change reads the state before it: two leads at once must not read the same one. */
  private void oneAtATime(SystemId system) {
    sql.sql("select id from network.system where id = :system for no key update")
        .param("system", system)
        .query(row -> {});
  }

  private boolean isKnown(Kind kind, long ref) {
    var place =
        switch (kind) {
          case DEPARTMENT -> "department";
          case LOCATION -> "location";
          case MANAGER, PERSON -> "person";
        };
    return sql.sql("select exists (select from people.pub_" + place + " where id = :ref)")
        .param("ref", ref)
        .query(Boolean.class)
        .single();
  }

  private @Nullable State state(MandateId mandate, Kind kind, long ref) {
    var statement =
        kind == Kind.PERSON
            ? """
            select case when served then 'served' else 'not_served' end
              from network.constituency_exception where mandate_id = :mandate and person_id = :ref
            """
            : """
            select 'served' from network.constituency_rule
             where mandate_id = :mandate and kind = :kind and ref_id = :ref
            """;
    return sql.sql(statement)
        .param("mandate", mandate)
        .param("kind", kind)
        .param("ref", ref)
        .query(String.class)
        .optional()
        .map(word -> State.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(null);
  }

  private void set(MandateId mandate, Kind kind, long ref, @Nullable State state) {
    sql.sql(statement(kind, state))
        .param("mandate", mandate)
        .param("kind", kind)
        .param("ref", ref)
        .param("served", state == State.SERVED)
        .update();
  }

  private static String statement(Kind kind, @Nullable State state) {
    if (kind == Kind.PERSON) {
      return state == null
          ? """
          delete from network.constituency_exception
           where mandate_id = :mandate and person_id = :ref
          """
          : """
          insert into network.constituency_exception (person_id, mandate_id, served)
          values (:ref, :mandate, :served)
          on conflict (person_id, mandate_id) do update set served = excluded.served
          """;
    }
    return state == null
        ? """
        delete from network.constituency_rule
         where mandate_id = :mandate and kind = :kind and ref_id = :ref
        """
        : """
        insert into network.constituency_rule (mandate_id, kind, ref_id)
        values (:mandate, :kind, :ref)
        on conflict (mandate_id, kind, ref_id) do nothing
        """;
  }

  private static Kind kindOf(ConstituencyRule rule) {
    return Kind.valueOf(rule.kind().name());
  }
}
