package nl.steunpunt.helpdesk.target;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.DeskPeople;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says to the desk's open screens that a target is near, and that it has passed; and warns once who
 * does not look.
 */
@Component
class DueWarning implements Timed {
  private static final int BATCH = 50;

  /**
   * @param first nobody was warned of this target before
   */
  private record Near(QuestionId question, boolean reacted, boolean late, boolean first) {}

  private final JdbcClient sql;
  private final LiveEvents live;
  private final DeskPeople desk;
  private final TargetNotices notices;

  DueWarning(JdbcClient sql, LiveEvents live, DeskPeople desk, TargetNotices notices) {
    this.sql = sql;
    this.live = live;
    this.desk = desk;
    this.notices = notices;
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql(
            """
            select min(case told when 0 then warn_at else due_at end) from helpdesk.ticket
             where open and told < 2 and warn_at is not null
            """)
        .query((row, number) ->
            Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
        .single();
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var near =
        sql.sql(
                """
                update helpdesk.ticket k set told = case when k.due_at <= :now then 2 else 1 end
                  from (select id from helpdesk.ticket
                         where open and told < 2 and warn_at is not null
                           and case told when 0 then warn_at else due_at end <= :now
                         order by warn_at limit :batch for update skip locked) due
                 where k.id = due.id
                returning k.question_id as question, k.reacted_at is not null as reacted, k.told = 2 as late,
                          old.told = 0 as first
                """)
            .param("now", now)
            .param("batch", BATCH)
            .query(Near.class)
            .list();
    if (near.isEmpty()) {
      return List.of();
    }
    var people = desk.all();
    return near.stream()
        .map(one -> {
          var what = one.late ? "late" : "nearly_late";
          live.tell(people, "question", one.question.value(), what);
          if (one.first) {
            notices.owe(one.question, one.reacted ? TargetKind.SOLVE : TargetKind.REACT);
          }
          return new Fired(what, one.question.value(), now);
        })
        .toList();
  }
}
