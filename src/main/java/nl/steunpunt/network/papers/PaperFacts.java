package nl.steunpunt.network.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.Stage;
import nl.steunpunt.network.mandate.WeeklyHours;
import org.jspecify.annotations.Nullable;

/**
 * What a paper can say of a mandate.
 *
 * @param language of whom it is about
 * @param share percent that holds, {@code askedShare} what is asked now
 * @param relief work taken away in return, as it is asked now; {@code heldRelief} as it holds
 * @param manager who is asked, or else stands above them
 * @param people whom it serves, as one line
 */
record PaperFacts(
    MandateId mandate,
    String language,
    String name,
    @Nullable String function,
    String department,
    @Nullable String location,
    String systemName,
    int share,
    @Nullable Integer askedShare,
    @Nullable BigDecimal contractHours,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable LocalDate endsOn,
    Stage stage,
    @Nullable String manager,
    @Nullable String relief,
    @Nullable String reliefBy,
    @Nullable String heldRelief,
    @Nullable String heldReliefBy,
    @Nullable String agreedBy,
    @Nullable Instant agreedAt,
    @Nullable String people) {

  static final String QUERY =
      """
      select m.id as mandate, p.language, p.name, p.function, p.department_path as department,
             p.location_path as location, s.name as system_name, m.share_percent as share, m.asked_share,
             p.contract_hours, m.started_at, m.ended_at, m.ends_on, m.stage, coalesce(asked.name, above.name) as manager,
             m.relief, m.relief_by,
             case when m.state = 'active' and m.asked_share is not null then m.agreed_relief else m.relief end as held_relief,
             case when m.state = 'active' and m.asked_share is not null then m.agreed_relief_by else m.relief_by end
               as held_relief_by,
             agreed.name as agreed_by, m.agreed_at,
             (select string_agg(coalesce(d.path, l.path, boss.name), '; ' order by r.id)
                from network.constituency_rule r
                left join people.pub_department d on r.kind = 'department' and d.id = r.ref_id
                left join people.pub_location l on r.kind = 'location' and l.id = r.ref_id
                left join people.pub_person boss on r.kind = 'manager' and boss.id = r.ref_id
               where r.mandate_id = m.id) as people
        from network.mandate m
        join network.system s on s.id = m.system_id
        join people.pub_person p on p.id = m.person_id
        left join people.pub_person asked on asked.id = m.asked_id
        left join people.pub_person above on above.id = p.manager_id
        left join people.pub_person agreed on agreed.id = m.agreed_by
       where
      """;

  int shareIn(PaperKind kind) {
    return kind == PaperKind.REQUEST && askedShare != null ? askedShare : share;
  }

  @Nullable String reliefIn(PaperKind kind) {
    return kind == PaperKind.REQUEST ? relief : heldRelief;
  }

  @Nullable String reliefByIn(PaperKind kind) {
    return kind == PaperKind.REQUEST ? reliefBy : heldReliefBy;
  }

  /** Who is asked to renew is asked for another year. */
  @Nullable LocalDate endsIn(PaperKind kind) {
    return kind == PaperKind.REQUEST && stage == Stage.RENEWAL_DUE && endsOn != null
        ? endsOn.plusYears(1)
        : endsOn;
  }

  @Nullable BigDecimal hoursIn(PaperKind kind) {
    return WeeklyHours.of(contractHours, shareIn(kind));
  }
}
