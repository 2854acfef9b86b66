package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreements, and the one door to each: {@link #visibleTo}. */
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

  Agreements(JdbcClient sql) {
    this.sql = sql;
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

  /** Whether what was decided last, this person decided: a deputy also after their time. */
  public boolean wasDecidedBy(PersonId decider, MandateId id) {
    return sql.sql(
            """
            select exists (select from network.mandate_step st
                            where st.by_id = :decider
                              and st.id = (select max(d.id) from network.mandate_step d
                                            where d.mandate_id = :id
                                              and d.kind in ('agreed', 'renewed', 'other_share', 'declined')))
            """)
        .param("id", id)
        .param("decider", decider)
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
    return Timed.first(sql, "select min(due_at) from network.mandate where due_at is not null");
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

  private static Long[] numbers(List<PersonId> persons) {
    return persons.stream().map(PersonId::value).toArray(Long[]::new);
  }
}
