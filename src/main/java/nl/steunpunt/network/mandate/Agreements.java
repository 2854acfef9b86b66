package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.network.AgreedHoursChanged;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.network.MandateGranted;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreements with their history, and the one door to each: {@link #visibleTo}. */
@Repository
public class Agreements {
  private static final String COLUMNS =
      """
      m.id, m.person_id, m.system_id, m.stage, m.state, m.version, m.share_percent, m.asked_share, m.share_reason,
      m.ends_on, m.relief, m.relief_by, m.asked_id, m.line_manager_id, m.department_id, m.asked_at, m.reminders,
      m.asked_again, m.renewing, m.agreed_by, m.agreed_at, m.agreed_manager_id, m.agreed_department_id, m.agreed_share_reason,
      m.agreed_relief, m.agreed_relief_by, m.grace_until, m.ended_why,
      m.record_due, m.recorded_by, m.recorded_at, m.started_at, m.ended_at
      """;

  private static final String LOCKED = "select " + COLUMNS + " from network.mandate m where ";

  /** Who decides about it: the one who is asked, or a deputy of theirs today. */
  static final String DECIDES =
      """
      (m.asked_id = :me or exists (select from network.deputy_manager d
         where d.manager_id = m.asked_id and d.deputy_id = :me and :today between d.from_on and d.until_on))
      """;

  /** The candidate, who decides or decided, the network lead: whom what was written is for. */
  static final String CONCERNS =
      "(m.person_id = :me or :lead or m.agreed_by = :me or " + DECIDES + ")";

  /** Whom it concerns; and HR what holds or held, which is all a register has. */
  public static final String VISIBLE = "((:hr and m.agreed_at is not null) or " + CONCERNS + ")";

  private final JdbcClient sql;
  private final People people;
  private final ApplicationEventPublisher facts;
  private final AuditTrail audit;

  Agreements(JdbcClient sql, People people, ApplicationEventPublisher facts, AuditTrail audit) {
    this.sql = sql;
    this.people = people;
    this.facts = facts;
    this.audit = audit;
  }

  /**
   * The agreement when this person may see it, locked until the transaction ends; else it does not
   * exist.
   */
  public Agreement visibleTo(Me me, MandateId id, LocalDate today) {
    return sql.sql(LOCKED + "m.id = :id and " + VISIBLE + " for update")
        .param("id", id)
        .param("me", me.id())
        .param("lead", me.is(Role.NETWORK_LEAD))
        .param("hr", me.is(Role.HR))
        .param("today", today)
        .query(AgreementRow.class)
        .optional()
        .map(Agreement::new)
        .orElseThrow(NotFound::new);
  }

  /** When this person decides about it, or a mailed link says so. */
  public Agreement decidedBy(PersonId decider, MandateId id, LocalDate today) {
    return sql.sql(LOCKED + "m.id = :id and " + DECIDES + " for update")
        .param("id", id)
        .param("me", decider)
        .param("today", today)
        .query(AgreementRow.class)
        .optional()
        .map(Agreement::new)
        .orElseThrow(NotFound::new);
  }

  /** Without locking it, for a page. */
  public boolean isDecidedBy(PersonId decider, MandateId id, LocalDate today) {
    return sql.sql(
            "select exists (select from network.mandate m where m.id = :id and m.person_id <> :me and "
                + DECIDES
                + ")")
        .param("id", id)
        .param("me", decider)
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  /** For the candidate alone. */
  Agreement ownOf(PersonId person, MandateId id) {
    return locked(id)
        .filter(agreement -> agreement.person().equals(person))
        .orElseThrow(NotFound::new);
  }

  /** For the lead, HR and work in nobody's name. */
  public Optional<Agreement> locked(MandateId id) {
    return sql.sql(LOCKED + "m.id = :id for update")
        .param("id", id)
        .query(AgreementRow.class)
        .optional()
        .map(Agreement::new);
  }

  Optional<Agreement> current(PersonId person, SystemId system) {
    return sql.sql(
            LOCKED
                + "m.person_id = :person and m.system_id = :system and m.stage <> 'ended' for update")
        .param("person", person)
        .param("system", system)
        .query(AgreementRow.class)
        .optional()
        .map(Agreement::new);
  }

  /** In order, so that two who take several wait for each other and never cross. */
  List<Agreement> currentOf(List<PersonId> persons) {
    return sql
        .sql(
            LOCKED
                + "m.person_id = any (:persons::bigint[]) and m.stage <> 'ended' order by m.id for update")
        .param("persons", numbers(persons))
        .query(AgreementRow.class)
        .list()
        .stream()
        .map(Agreement::new)
        .toList();
  }

  /** With other contract hours in the directory now than were noted with it last. */
  List<Agreement> withOtherHours(List<PersonId> persons) {
    return sql
        .sql(
            LOCKED
                + """
                m.person_id = any (:persons::bigint[]) and m.stage <> 'ended'
                and not exists (select from network.mandate_step noted
                                  join people.pub_person p on p.id = m.person_id
                                 where noted.contract_hours is not distinct from p.contract_hours
                                   and noted.id = (select max(s.id) from network.mandate_step s
                                                    where s.mandate_id = m.id and s.kind = 'hours_changed'))
                order by m.id for update
                """)
        .param("persons", numbers(persons))
        .query(AgreementRow.class)
        .list()
        .stream()
        .map(Agreement::new)
        .toList();
  }

  /** Whose open request is for one of these. */
  List<Agreement> askedOf(List<PersonId> managers) {
    return sql
        .sql(
            LOCKED
                + """
                m.asked_id = any (:managers::bigint[]) and m.stage in ('manager_asked', 'renewal_due')
                order by m.id for update
                """)
        .param("managers", numbers(managers))
        .query(AgreementRow.class)
        .list()
        .stream()
        .map(Agreement::new)
        .toList();
  }

  /** Ended since then because the person left, who works here again. */
  List<Agreement> endedForLeaving(Instant since) {
    return sql
        .sql(
            LOCKED
                + """
                m.ended_why = 'left' and m.ended_at > :since
                and exists (select from people.pub_person p where p.id = m.person_id and p.active)
                and not exists (select from network.mandate other
                                 where other.person_id = m.person_id and other.system_id = m.system_id
                                   and (other.stage <> 'ended' or other.id > m.id))
                order by m.id for update
                """)
        .param("since", since)
        .query(AgreementRow.class)
        .list()
        .stream()
        .map(Agreement::new)
        .toList();
  }

  /** Of who is asked, and of the lead's list: those that no manager was asked about. */
  List<MandateId> notAsked(SystemId system) {
    return sql.sql(
            """
            select id from network.mandate where system_id = :system and stage = 'candidate_agreed' order by id
            """)
        .param("system", system)
        .query(MandateId.class)
        .list();
  }

  List<MandateId> due(Instant now, int most) {
    return sql.sql(
            "select id from network.mandate where due_at <= :now order by due_at, id limit :most")
        .param("now", now)
        .param("most", most)
        .query(MandateId.class)
        .list();
  }

  Optional<Instant> firstDue() {
    return sql.sql("select min(due_at) from network.mandate where due_at is not null")
        .query((row, number) ->
            Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
        .single();
  }

  /** When another node has it, that node does it. */
  Optional<Agreement> claim(MandateId id, Instant now) {
    return sql.sql(LOCKED + "m.id = :id and m.due_at <= :now for update skip locked")
        .param("id", id)
        .param("now", now)
        .query(AgreementRow.class)
        .optional()
        .map(Agreement::new);
  }

  /** Makes room for it; {@link #save} fills it. */
  MandateId reserve(PersonId person, SystemId system) {
    return sql.sql(
            """
            insert into network.mandate (person_id, system_id, state, stage, share_percent)
            values (:person, :system, 'waiting', 'proposed', 1)
            returning id
            """)
        .param("person", person)
        .param("system", system)
        .query(MandateId.class)
        .single();
  }

  /**
   * Writes it with its new steps, and what follows for the person: the role, and the fact that
   * others wait for.
   */
  void save(MandateId id, Agreement agreement, @Nullable Instant dueAt) {
    var row = agreement.row(id);
    sql.sql(
            """
            update network.mandate
               set stage = :stage, state = :state, version = :version, share_percent = :sharePercent,
                   asked_share = :askedShare, share_reason = :shareReason, ends_on = :endsOn, relief = :relief,
                   relief_by = :reliefBy, asked_id = :askedId, line_manager_id = :lineManagerId,
                   department_id = :departmentId, asked_at = :askedAt, reminders = :reminders,
                   asked_again = :askedAgain, renewing = :renewing, agreed_by = :agreedBy, agreed_at = :agreedAt,
                   agreed_manager_id = :agreedManagerId, agreed_department_id = :agreedDepartmentId,
                   agreed_share_reason = :agreedShareReason, agreed_relief = :agreedRelief,
                   agreed_relief_by = :agreedReliefBy,
                   grace_until = :graceUntil, ended_why = :endedWhy, record_due = :recordDue,
                   recorded_by = :recordedBy, recorded_at = :recordedAt, started_at = :startedAt, ended_at = :endedAt,
                   due_at = :dueAt
             where id = :id
            """)
        .param("id", id)
        .param("stage", row.stage())
        .param("state", row.state())
        .param("version", row.version())
        .param("sharePercent", row.sharePercent())
        .param("askedShare", row.askedShare())
        .param("shareReason", row.shareReason())
        .param("endsOn", row.endsOn())
        .param("relief", row.relief())
        .param("reliefBy", row.reliefBy())
        .param("askedId", row.askedId())
        .param("lineManagerId", row.lineManagerId())
        .param("departmentId", row.departmentId())
        .param("askedAt", row.askedAt())
        .param("reminders", row.reminders())
        .param("askedAgain", row.askedAgain())
        .param("renewing", row.renewing())
        .param("agreedBy", row.agreedBy())
        .param("agreedAt", row.agreedAt())
        .param("agreedManagerId", row.agreedManagerId())
        .param("agreedDepartmentId", row.agreedDepartmentId())
        .param("agreedShareReason", row.agreedShareReason())
        .param("agreedRelief", row.agreedRelief())
        .param("agreedReliefBy", row.agreedReliefBy())
        .param("graceUntil", row.graceUntil())
        .param("endedWhy", row.endedWhy())
        .param("recordDue", row.recordDue())
        .param("recordedBy", row.recordedBy())
        .param("recordedAt", row.recordedAt())
        .param("startedAt", row.startedAt())
        .param("endedAt", row.endedAt())
        .param("dueAt", dueAt)
        .update();
    agreement.newSteps().forEach(step -> add(id, step));
    if (agreement.stage() != Stage.PROPOSED) {
      // Who said yes, or is a power user by a file, volunteers no more.
      sql.sql("delete from network.volunteer where person_id = :person and system_id = :system")
          .param("person", agreement.person())
          .param("system", agreement.system())
          .update();
    }
    note(agreement, row);
    if (agreement.shareBefore() != row.sharePercent() || agreement.hasOtherHours()) {
      facts.publishEvent(new AgreedHoursChanged(id));
    }
    if (agreement.began()) {
      people.give(agreement.person(), Role.POWER_USER);
      facts.publishEvent(new MandateGranted(id, agreement.person(), agreement.system()));
    } else if (agreement.stopped()) {
      stopped(id, agreement);
    }
  }

  /** What the administrator's trail tells; the mandate's own history tells the rest. */
  private void note(Agreement agreement, AgreementRow row) {
    var system =
        sql.sql("select name from network.system where id = :id")
            .param("id", agreement.system())
            .query(String.class)
            .single();
    var person = agreement.person().value();
    if (agreement.began()) {
      audit.note("mandate_granted", person, Map.of("system", system, "share", row.sharePercent()));
    } else if (agreement.shareBefore() != row.sharePercent()) {
      audit.note(
          "mandate_changed",
          person,
          Map.of("system", system, "share", List.of(agreement.shareBefore(), row.sharePercent())));
    }
    if (agreement.newSteps().stream()
        .anyMatch(step -> step.kind() == StepKind.AGREED || step.kind() == StepKind.RENEWED)) {
      audit.note("mandate_agreed", person, Map.of("system", system));
    }
    if (agreement.stopped()) {
      audit.note("mandate_ended", person, Map.of("system", system));
    }
  }

  private void stopped(MandateId id, Agreement agreement) {
    var isLast =
        sql.sql(
                """
                select not exists (select from network.mandate
                                    where person_id = :person and state in ('provisional', 'active'))
                """)
            .param("person", agreement.person())
            .query(Boolean.class)
            .single();
    if (isLast) {
      people.take(agreement.person(), Role.POWER_USER);
    }
    facts.publishEvent(new MandateEnded(id, agreement.person(), agreement.system(), isLast));
  }

  private void add(MandateId id, Step step) {
    var stored =
        sql.sql(
                """
                insert into network.mandate_step
                  (mandate_id, version, kind, by_id, about_id, share_percent, ends_on, contract_hours, at)
                values (:mandate, :version, :kind, :by, :about, :share, :endsOn, :contractHours, :at)
                returning id
                """)
            .param("mandate", id)
            .param("version", step.version())
            .param("kind", step.kind())
            .param("by", step.by())
            .param("about", step.about())
            .param("share", step.sharePercent())
            .param("endsOn", step.endsOn())
            .param("contractHours", step.contractHours())
            .param("at", step.at())
            .query(Long.class)
            .single();
    if (step.words() != null) {
      sql.sql("insert into network.mandate_words (step_id, text) values (:step, :text)")
          .param("step", stored)
          .param("text", step.words())
          .update();
    }
  }

  private static Long[] numbers(List<PersonId> persons) {
    return persons.stream().map(PersonId::value).toArray(Long[]::new);
  }
}
