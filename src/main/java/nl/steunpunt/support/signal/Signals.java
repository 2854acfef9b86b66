package nl.steunpunt.support.signal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.signal.Signal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signals, and the one door to each. */
@Repository
class Signals {
  /** Whose it is: its sender, its power user, and the network lead where there is no power user. */
  static final String VISIBLE =
      "(s.sender_id = :me or s.power_user_id = :me or (:lead and s.power_user_id is null))";

  private final JdbcClient sql;
  private final Clock clock;

  Signals(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Signal visibleTo(Me me, SignalId id) {
    return sql.sql(
            """
            select id, sender_id, named, power_user_id, system_id, topic_id, text, state
              from support.signal s where s.id = :id and
            """
                + VISIBLE
                + " for update")
        .param("id", id)
        .param("me", me.id())
        .param("lead", me.is(Role.NETWORK_LEAD))
        .query(Signal.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * @param place whose department and place of work it is noted under
   * @param location where on the floor it was heard, with the department that most people there
   *     belong to; null: the place of work
   * @param at when it was said
   * @param saidAs the sending of the form it came from; null: none that can repeat itself
   * @return empty: it is there already, see {@link #saidAs}
   */
  Optional<SignalId> add(
      @Nullable PersonId sender,
      boolean named,
      @Nullable PersonId heardBy,
      PersonId place,
      @Nullable PersonId powerUser,
      SystemId system,
      @Nullable TopicId topic,
      String text,
      @Nullable Long location,
      Instant at,
      @Nullable UUID saidAs) {
    return sql.sql(
            """
            insert into support.signal (sender_id, named, heard_by_id, power_user_id, system_id, topic_id,
                                        department_id, location_id, text, state, sent_at, changed_at, said_as)
            select :sender, :named, :heardBy, :powerUser, :system, :topic,
                   coalesce((select q.department_id from people.pub_person q
                              where q.location_id = :location::bigint and q.active
                              group by q.department_id order by count(*) desc, q.department_id limit 1), p.department_id),
                   coalesce(:location::bigint, p.location_id), :text, :state, :now, :now, :saidAs
              from people.pub_person p where p.id = :place
            on conflict do nothing
            returning id
            """)
        .param("sender", sender)
        .param("named", named)
        .param("heardBy", heardBy)
        .param("powerUser", powerUser)
        .param("system", system)
        .param("topic", topic)
        .param("text", text)
        .param("state", heardBy == null ? State.SENT : State.HEARD)
        .param("place", place)
        .param("location", location)
        .param("now", at)
        .param("saidAs", saidAs)
        .query(SignalId.class)
        .optional();
  }

  /** What this person said or noted by the same sending of a form. */
  SignalId saidAs(PersonId who, @Nullable UUID saidAs) {
    return sql.sql(
            "select id from support.signal where coalesce(sender_id, heard_by_id) = :who and said_as = :as")
        .param("who", who)
        .param("as", saidAs)
        .query(SignalId.class)
        .single();
  }

  /** What I noted on the floor by mistake; what was answered or became something stays. */
  void removeUntouched(PersonId heardBy, SignalId id) {
    sql.sql("delete from support.signal where id = :id and heard_by_id = :me and state = 'heard'")
        .param("id", id)
        .param("me", heardBy)
        .update();
  }

  /** Who hears those of people whom nobody serves. */
  List<PersonId> leads() {
    return sql.sql(
            "select id from people.pub_person where active and roles @> array['network_lead']")
        .query(PersonId.class)
        .list();
  }

  void become(
      SignalId id,
      State state,
      @Nullable String reply,
      @Nullable Long question,
      @Nullable Long issue) {
    sql.sql(
            """
            update support.signal
               set state = :state, reply = coalesce(:reply::text, reply), question_id = coalesce(:question::bigint, question_id),
                   issue_id = coalesce(:issue::bigint, issue_id), changed_at = :now
             where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("reply", reply)
        .param("question", question)
        .param("issue", issue)
        .param("now", clock.instant())
        .update();
  }
}
