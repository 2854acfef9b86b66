package nl.steunpunt.helpdesk.target;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.support.DeskVisits;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the ticket when a question comes to the desk, in the same transaction, and keeps its queue,
 * priority and moments right as things happen to it.
 */
@Component
public class TicketReckoning implements DeskVisits {
  /** What the asker sees as a reaction: being taken by a name is none yet. */
  private static final Set<String> REACTIONS = Set.of("message", "answered", "returned");

  private static final String VISIT = SqlFile.beside(TicketReckoning.class, "visit.sql");

  private final JdbcClient sql;
  private final Settings settings;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  TicketReckoning(JdbcClient sql, Settings settings, OrganisationCalendar calendar, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
  }

  public TargetSettings settings() {
    return settings.get(TargetSettings.SETTING, TargetSettings.class, TargetSettings.USUAL);
  }

  /** What is open is reckoned anew by {@link ReckoningAgain}. */
  @Transactional
  public void change(TargetSettings changed) {
    settings.put(TargetSettings.SETTING, changed);
    sql.sql("update helpdesk.ticket set reach = 0 where open").update();
  }

  @Override
  @Transactional
  public void changed(QuestionId question, @Nullable PersonId by, String what) {
    open(question);
    leave(question);
    if (by != null && REACTIONS.contains(what)) {
      react(question, by);
    }
    reckon(question);
  }

  private void open(QuestionId question) {
    sql.sql(
            """
            insert into helpdesk.ticket (question_id, came_at, open, queue_id)
            select q.id, q.came_to_desk_at, true,
                   coalesce((select r.queue_id from helpdesk.queue_rule r
                              where r.system_id = q.system_id and (r.topic_id is null or r.topic_id = q.topic_id)
                              order by r.topic_id nulls last limit 1),
                            (select id from helpdesk.queue where fallback))
              from support.pub_question q
             where q.id = :question and q.status = 'with_helpdesk'
            on conflict (question_id, came_at) do update
               set open = true, closed_by = null, closed_at = null, close_reason = null, could_power_user = null
             where not ticket.open
            """)
        .param("question", question)
        .update();
  }

  private void leave(QuestionId question) {
    sql.sql(
            """
            update helpdesk.ticket k set open = false
             where k.question_id = :question and k.open
               and not exists (select from support.pub_question q
                                where q.id = k.question_id and q.status = 'with_helpdesk'
                                  and q.came_to_desk_at = k.came_at)
            """)
        .param("question", question)
        .update();
  }

  private void react(QuestionId question, PersonId by) {
    sql.sql(
            """
            update helpdesk.ticket k set reacted_at = :now
              from support.pub_question q
             where q.id = :question and k.question_id = q.id and k.came_at = q.came_to_desk_at
               and k.reacted_at is null and q.asker_id <> :by
               and exists (select from people.pub_person d where d.id = :by and d.roles @> array['helpdesk'])
            """)
        .param("question", question)
        .param("by", by)
        .param("now", clock.instant())
        .update();
  }

  /** Of what is with the desk; else nothing. */
  public void reckon(QuestionId question) {
    visit(question)
        .ifPresent(visit -> {
          var now = clock.instant();
          save(visit, Urgency.of(visit, settings(), calendar.current(), now), now);
        });
  }

  private Optional<Visit> visit(QuestionId question) {
    return sql.sql(VISIT).param("question", question).query(Visit.class).optional();
  }

  /** A moment that is later now is warned of again. */
  private void save(Visit visit, Urgency urgency, Instant now) {
    var later = urgency.warnAt() != null && urgency.warnAt().isAfter(now);
    sql.sql(
            """
            update helpdesk.ticket
               set reach = :reach, weighed = :weighed, priority = :priority, paused_at = :pausedAt, paused_minutes = :pausedMinutes,
                   react_by = :reactBy, solve_by = :solveBy, warn_at = :warnAt, told = :told
             where id = :ticket
            """)
        .param("ticket", visit.ticket())
        .param("reach", visit.reach())
        .param("weighed", visit.weighed() == null ? null : visit.weighed().word())
        .param("priority", urgency.priority())
        .param("pausedAt", urgency.pausedAt())
        .param("pausedMinutes", urgency.pausedMinutes())
        .param("reactBy", urgency.reactBy())
        .param("solveBy", urgency.solveBy())
        .param("warnAt", urgency.warnAt())
        .param("told", later ? 0 : visit.told())
        .update();
  }
}
