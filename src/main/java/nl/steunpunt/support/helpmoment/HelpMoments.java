package nl.steunpunt.support.helpmoment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A power user's own help moments; nobody else's door. */
@Repository
public class HelpMoments {
  public record HelpMoment(
      long id,
      @Nullable String topicNl,
      @Nullable String topicEn,
      int minutes,
      String note,
      Instant helpedAt) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  static final int MAX_NOTE = 500;
  private static final int LONGEST = 480;
  private static final int SHOWN = 30;

  private final JdbcClient sql;
  private final Clock clock;

  HelpMoments(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param minutes 1 to 480
   */
  public long log(Me me, SystemId system, @Nullable TopicId topic, int minutes, String note) {
    if (minutes < 1 || minutes > LONGEST) {
      throw Refusal.of("help_moment.refused.minutes", LONGEST);
    }
    if (note.strip().length() > MAX_NOTE) {
      throw Refusal.of("help_moment.refused.note", MAX_NOTE);
    }
    return sql.sql(
            """
            insert into support.help_moment (power_user_id, system_id, topic_id, department_id, location_id, minutes, note, helped_at)
            select p.id, :system, :topic, p.department_id, p.location_id, :minutes, :note, :now
              from people.pub_person p where p.id = :me
            returning id
            """)
        .param("me", me.id())
        .param("system", system)
        .param("topic", topic)
        .param("minutes", minutes)
        .param("note", note.strip())
        .param("now", clock.instant())
        .query(Long.class)
        .single();
  }

  void remove(Me me, long id) {
    var removed =
        sql.sql("delete from support.help_moment where id = :id and power_user_id = :me")
            .param("id", id)
            .param("me", me.id())
            .update();
    if (removed == 0) {
      throw new NotFound();
    }
  }

  List<HelpMoment> mine(Me me) {
    return sql.sql(
            """
            select h.id, t.name_nl as topic_nl, t.name_en as topic_en, h.minutes, h.note, h.helped_at
              from support.help_moment h left join network.pub_topic t on t.id = h.topic_id
             where h.power_user_id = :me order by h.id desc limit :shown
            """)
        .param("me", me.id())
        .param("shown", SHOWN)
        .query(HelpMoment.class)
        .list();
  }
}
