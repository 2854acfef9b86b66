package nl.steunpunt.helpdesk.target;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatLines;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a chat channel reads of a target that is near: number, priority and moment. It is not sent
 * any more when the target was met meanwhile.
 */
@Component
class TargetLines implements ChatLines {
  record Near(long question, int priority, boolean reacted, Instant dueAt) {}

  private final JdbcClient sql;
  private final Messages messages;
  private final Clock clock;

  TargetLines(JdbcClient sql, Messages messages, Clock clock) {
    this.sql = sql;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Set<ChatEvent> events() {
    return Set.of(ChatEvent.DESK_TARGET);
  }

  @Override
  public Map<Long, Line> write(ChatEvent event, Set<Long> subjects, Locale language) {
    return sql
        .sql(
            """
            select k.question_id as question, k.priority, k.reacted_at is not null as reacted, k.due_at
              from helpdesk.ticket k
             where k.question_id in (:questions) and k.open and k.warn_at <= :now
               and not exists (select from helpdesk.ticket lead where lead.id = k.merged_into and lead.open)
            """)
        .param("questions", subjects)
        .param("now", clock.instant())
        .query(Near.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Near::question, near -> line(near, language)));
  }

  private Line line(Near near, Locale language) {
    var key = near.reacted ? "chat.line.desk_target.solve" : "chat.line.desk_target.react";
    var moment = Moments.exactly(near.dueAt, language);
    return new Line(
        messages.text(language, key, near.question, near.priority, moment),
        "/questions/" + near.question);
  }
}
