package nl.steunpunt.support.question;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatLines;
import nl.steunpunt.platform.i18n.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a chat channel reads of a question at the desk: that it is there, and about which system. It
 * is not sent any more when somebody of the desk has it, or it has left.
 */
@Component
class DeskLines implements ChatLines {
  record Waiting(long id, String system, boolean stuck) {}

  private final JdbcClient sql;
  private final Messages messages;

  DeskLines(JdbcClient sql, Messages messages) {
    this.sql = sql;
    this.messages = messages;
  }

  @Override
  public Set<ChatEvent> events() {
    return EnumSet.of(ChatEvent.QUESTION_AT_DESK);
  }

  @Override
  public Map<Long, Line> write(ChatEvent event, Set<Long> subjects, Locale language) {
    return sql
        .sql(
            """
            select q.id, s.name as system, q.stuck
              from support.question q join network.pub_system s on s.id = q.system_id
             where q.id in (:questions) and q.status = 'with_helpdesk'
               and (select st.kind from support.step st where st.question_id = q.id
                     order by st.seq desc limit 1) <> 'taken'
            """)
        .param("questions", subjects)
        .query(Waiting.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Waiting::id, waiting -> line(waiting, language)));
  }

  private Line line(Waiting waiting, Locale language) {
    var key = waiting.stuck ? "chat.line.desk_stuck" : "chat.line.desk";
    return new Line(messages.text(language, key, waiting.system), "/questions/" + waiting.id);
  }
}
