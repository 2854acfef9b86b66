package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mandate on a screen.
 *
 * @param share percent that holds, {@code askedShare} what is asked now
 * @param manager who is asked, or decided
 * @param candidateRefused it was declined by the candidate, who did not want the manager's other
 *     share
 * @param words what was written with the last "no" or other share, or with the end
 * @param talkAskedAt since when its power user asks for a talk
 * @param serves departments, locations and managers whose people it serves, as one line
 */
public record MandateCard(
    long mandate,
    int version,
    long system,
    String systemName,
    long person,
    String name,
    @Nullable String function,
    String department,
    @Nullable String location,
    boolean works,
    @Nullable BigDecimal contractHours,
    Stage stage,
    Standing standing,
    int share,
    @Nullable Integer askedShare,
    @Nullable String shareReason,
    @Nullable LocalDate endsOn,
    @Nullable String relief,
    @Nullable String reliefBy,
    @Nullable String manager,
    @Nullable Instant askedAt,
    int reminders,
    boolean askedAgain,
    @Nullable Instant graceUntil,
    @Nullable Instant agreedAt,
    @Nullable String agreedBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Ending endedWhy,
    @Nullable RecordDue recordDue,
    boolean candidateRefused,
    @Nullable String words,
    @Nullable Instant talkAskedAt,
    @Nullable String serves) {

  static final String COLUMNS =
      """
      m.id as mandate, m.version, m.system_id as system, s.name as system_name, m.person_id as person, p.name, p.function,
      p.department_path as department, p.location_path as location, p.active as works, p.contract_hours, m.stage,
      m.state as standing, m.share_percent as share, m.asked_share, m.share_reason, m.ends_on, m.relief, m.relief_by,
      boss.name as manager, m.asked_at, m.reminders, m.asked_again, m.grace_until, m.agreed_at,
      agreed.name as agreed_by, m.started_at, m.ended_at, m.ended_why, m.record_due, m.talk_asked_at,
      coalesce(m.stage = 'declined' and (select st.kind from network.mandate_step st
                                 where st.mandate_id = m.id and st.kind in ('declined', 'candidate_refused')
                                 order by st.id desc limit 1) = 'candidate_refused', false)
        as candidate_refused,
      (select w.text from network.mandate_words w
        where w.step_id = (select max(st.id) from network.mandate_step st
                            where st.mandate_id = m.id
                              and st.kind = any (case m.stage
                                                   when 'ended' then array['ended']
                                                   else array['declined', 'other_share', 'candidate_refused'] end)))
        as words,
      (select string_agg(coalesce(d.path, l.path, boss_of.name), '; ' order by r.id) from network.constituency_rule r
         left join people.pub_department d on r.kind = 'department' and d.id = r.ref_id
         left join people.pub_location l on r.kind = 'location' and l.id = r.ref_id
         left join people.pub_person boss_of on r.kind = 'manager' and boss_of.id = r.ref_id
        where r.mandate_id = m.id) as serves
      """;

  static final String FROM =
      """
       from network.mandate m
       join network.system s on s.id = m.system_id
       join people.pub_person p on p.id = m.person_id
       left join people.pub_person boss on boss.id = m.asked_id
       left join people.pub_person agreed on agreed.id = m.agreed_by
      """;

  /** What is asked now, or holds. */
  public int shareNow() {
    return askedShare == null ? share : askedShare;
  }

  public @Nullable BigDecimal hours() {
    return WeeklyHours.of(contractHours, shareNow());
  }

  /** As an argument of a text that tells hours; below zero when there are none to tell. */
  public Number hoursOrNone() {
    var hours = hours();
    return hours == null ? -1 : hours;
  }

  /** A change of what is agreed already. */
  public boolean isChange() {
    return standing == Standing.ACTIVE && askedShare != null;
  }

  /** Reminders did not help. */
  public boolean isToCall() {
    return reminders > Rules.REMINDERS && (stage.waitsForManager() || stage.waitsForCandidate());
  }

  /** A power user until now, be it provisionally. */
  public boolean hasServed() {
    return startedAt != null;
  }

  /** What the lead can do now: the end of a message's key. */
  public String nextWord() {
    if (isOverdue()) {
      return stage == Stage.CANDIDATE_AGREED ? "overdue_unasked" : "overdue";
    }
    if (isToCall()) {
      return "call";
    }
    return stage == Stage.DECLINED && askedAgain ? word() + "_twice" : word();
  }

  /** Who is waited for. */
  public String waitsFor() {
    return stage.waitsForCandidate() ? name : manager == null ? "" : manager;
  }

  public String word() {
    return candidateRefused ? "candidate_refused" : stage.word();
  }

  /** The grace period is over, and nobody has decided. */
  public boolean isOverdue() {
    return standing == Standing.WAITING && graceUntil != null && stage != Stage.DECLINED;
  }
}
