package nl.steunpunt.support.helpmoment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.HelpMomentNoted;
import nl.steunpunt.support.HelpMomentRemoved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting help given in passing, and putting right what was noted. Nobody but oneself can. */
@Service
public class HelpMomentLogging {
  private final JdbcClient sql;
  private final HelpMomentScreens screens;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  HelpMomentLogging(
      JdbcClient sql, HelpMomentScreens screens, ApplicationEventPublisher facts, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * @param sending the form it was noted in: sent again it is the same moment; null: none
   */
  @Transactional
  public HelpMomentId log(Me me, Help help, @Nullable UUID sending) {
    check(me, help);
    var now = clock.instant();
    var notedAs = Sending.of(sending, help);
    var noted =
        fields(
                me,
                help,
                """
                insert into support.help_moment
                       (power_user_id, system_id, topic_id, department_id, location_id, minutes, note, helped_at, noted_as)
                select p.id, :system, :topic, coalesce(:department::bigint, p.department_id),
                       case when :department::bigint is null then p.location_id else :location::bigint end,
                       :minutes, :note, :now, :notedAs
                  from people.pub_person p where p.id = :me
                on conflict do nothing
                returning id
                """)
            .param("now", now)
            .param("notedAs", notedAs)
            .query(HelpMomentId.class)
            .optional();
    noted.ifPresent(id -> tell(me, help, id, now));
    return noted.orElseGet(() -> notedAs(me, notedAs));
  }

  /**
   * Help on the way, noted later perhaps than it was given: at that moment, in that place, for the
   * department that most people there belong to.
   */
  @Transactional
  public HelpMomentId logOnTheFloor(Me me, Help help, long location, Instant at, UUID as) {
    check(me, help);
    var noted =
        fields(
                me,
                help,
                """
                insert into support.help_moment
                       (power_user_id, system_id, topic_id, department_id, location_id, minutes, note, helped_at, noted_as)
                select p.id, :system, :topic,
                       coalesce((select q.department_id from people.pub_person q
                                  where q.location_id = :at_location and q.active
                                  group by q.department_id order by count(*) desc, q.department_id limit 1), p.department_id),
                       :at_location, :minutes, :note, :now, :notedAs
                  from people.pub_person p where p.id = :me
                on conflict do nothing
                returning id
                """)
            .param("at_location", location)
            .param("now", at)
            .param("notedAs", as)
            .query(HelpMomentId.class)
            .optional();
    noted.ifPresent(id -> tell(me, help, id, at));
    return noted.orElseGet(() -> notedAs(me, as));
  }

  private HelpMomentId notedAs(Me me, @Nullable UUID notedAs) {
    return sql.sql(
            "select id from support.help_moment where power_user_id = :me and noted_as = :as")
        .param("me", me.id())
        .param("as", notedAs)
        .query(HelpMomentId.class)
        .single();
  }

  /** When it was stays as it is. */
  @Transactional
  public void change(Me me, HelpMomentId id, Help help) {
    check(me, help);
    var helpedAt =
        fields(
                me,
                help,
                """
                update support.help_moment h
                   set system_id = :system, topic_id = :topic, minutes = :minutes, note = :note,
                       department_id = coalesce(:department::bigint, p.department_id),
                       location_id = case when :department::bigint is null then p.location_id else :location::bigint end
                  from people.pub_person p
                 where h.id = :id and h.power_user_id = :me and p.id = :me
                returning h.helped_at
                """)
            .param("id", id)
            .query(Instant.class)
            .optional()
            .orElseThrow(NotFound::new);
    tell(me, help, id, helpedAt);
  }

  @Transactional
  public void remove(Me me, HelpMomentId id) {
    if (!removeIfThere(me, id)) {
      throw new NotFound();
    }
  }

  /** For who does not mind that it is gone already. */
  @Transactional
  public boolean removeIfThere(Me me, HelpMomentId id) {
    var removed =
        sql.sql("delete from support.help_moment where id = :id and power_user_id = :me")
            .param("id", id)
            .param("me", me.id())
            .update();
    if (removed == 0) {
      return false;
    }
    facts.publishEvent(new HelpMomentRemoved(me.id(), id.value()));
    return true;
  }

  private void tell(Me me, Help help, HelpMomentId id, Instant at) {
    facts.publishEvent(new HelpMomentNoted(me.id(), help.system(), id.value(), help.minutes(), at));
  }

  private StatementSpec fields(Me me, Help help, String statement) {
    var place = help.place();
    return sql.sql(statement)
        .param("me", me.id())
        .param("system", help.system())
        .param("topic", help.topic())
        .param("minutes", help.minutes())
        .param("note", help.note().strip())
        .param("department", place == null ? null : place.department())
        .param("location", place == null ? null : place.location());
  }

  private void check(Me me, Help help) {
    if (help.minutes() < 1 || help.minutes() > Help.LONGEST) {
      throw Refusal.of("help_moment.refused.minutes", Help.LONGEST).at("minutes");
    }
    if (help.note().strip().length() > Help.MAX_NOTE) {
      throw Refusal.of("help_moment.refused.note", Help.MAX_NOTE).at("note");
    }
    if (!screens.isAbout(help.system(), help.topic())) {
      throw Refusal.of("help_moment.refused.topic").at("topic");
    }
    if (help.place() != null && !screens.isMine(me, help.place())) {
      throw Refusal.of("help_moment.refused.place").at("place");
    }
  }
}
