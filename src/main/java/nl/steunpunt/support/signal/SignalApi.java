package nl.steunpunt.support.signal;

import java.time.Instant;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/signals")
class SignalApi {
  private final SignalSaying saying;
  private final AboutReading abouts;
  private final JdbcClient sql;
  private final ScreenSql screens;

  SignalApi(SignalSaying saying, AboutReading abouts, JdbcClient sql, ScreenSql screens) {
    this.saying = saying;
    this.abouts = abouts;
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param named whether the power user may see who says it; left out: no
   */
  record NewSignal(
      @Nullable Ref system, @Nullable String text, @Nullable Ref topic, @Nullable Boolean named) {}

  /**
   * @param sender null when it is nameless, but for who sent it
   * @param department where it was felt; only with a name, or where at least five people work
   * @param reply the answer, or the reason why nothing is done
   */
  record Said(
      long id,
      Signal.State state,
      String text,
      String system,
      @Nullable String topic,
      @Nullable String sender,
      @Nullable String department,
      boolean mine,
      @Nullable String reply,
      @Nullable Long questionId,
      @Nullable Long issueId,
      Instant sentAt,
      Instant changedAt) {}

  private static final String SIGNALS =
      """
      select to_json(it) from (
        select s.id, s.state, s.text, sys.key as system, t.key as topic,
               case when s.named or s.sender_id = :me then p.name end as sender,
               case when s.named or s.sender_id = :me
                      or (select count(*) from people.pub_person c
                           where c.department_id = s.department_id and c.active) >= 5 then d.path end as department,
               coalesce(s.sender_id = :me, false) as mine, s.reply, s.question_id, s.issue_id, s.sent_at, s.changed_at
          from support.signal s
          join network.pub_system sys on sys.id = s.system_id
          left join network.pub_topic t on t.id = s.topic_id
          left join people.pub_person p on p.id = s.sender_id
          join people.pub_department d on d.id = s.department_id
         where (:after::bigint is null or s.id < :after)
           and (:id::bigint is null or s.id = :id)
           and
      """
          + Signals.VISIBLE
          + " order by s.id desc limit :rows) it";

  /** Mine and those that I am to hear, the newest first. */
  @GetMapping
  Slice<Said> list(
      Me me,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var found = screens.list(statement(me, null, Slice.after(after), rows + 1), Said.class);
    return Slice.of(found, rows, Said::id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Said say(Me me, @RequestBody NewSignal signal) {
    var members = new Members();
    var text = members.text("/text", signal.text, SignalSaying.MAX_LENGTH);
    var about = abouts.of(members, signal.system, signal.topic);
    members.check();
    var named = Boolean.TRUE.equals(signal.named);
    var id = saying.say(me, about, text, named, null);
    return screens.one(statement(me, id.value(), null, 1), Said.class).orElseThrow();
  }

  private JdbcClient.StatementSpec statement(
      Me me, @Nullable Long id, @Nullable Long after, int rows) {
    return sql.sql(SIGNALS)
        .param("me", me.id())
        .param("lead", me.is(Role.NETWORK_LEAD))
        .param("id", id)
        .param("after", after)
        .param("rows", rows);
  }
}
