package nl.steunpunt.issues.issue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatLines;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What chat channels read of issues: title and status, which every colleague may see. */
@Component
class IssueLines implements ChatLines {
  record News(long id, String title, Status status, String system, @Nullable String workaround) {}

  private final JdbcClient sql;
  private final Messages messages;

  IssueLines(JdbcClient sql, Messages messages) {
    this.sql = sql;
    this.messages = messages;
  }

  @Override
  public Set<ChatEvent> events() {
    return EnumSet.of(ChatEvent.ISSUE_REPORTED, ChatEvent.ISSUE_CHANGED);
  }

  @Override
  public Map<Long, Line> write(ChatEvent event, Set<Long> subjects, Locale language) {
    return sql
        .sql(
            """
            select i.id, i.title, i.status, s.name as system, i.workaround
              from issues.issue i join network.pub_system s on s.id = i.system_id
             where i.id in (:issues)
            """)
        .param("issues", subjects)
        .query(News.class)
        .list()
        .stream()
        .collect(Collectors.toMap(News::id, news -> line(event, news, language)));
  }

  private Line line(ChatEvent event, News news, Locale language) {
    var status = messages.text(language, "issue.status." + news.status.word());
    var text =
        messages.text(language, "chat.line." + event.word(), news.system, news.title, status);
    var around =
        news.workaround == null || !news.status.isOpen()
            ? ""
            : " " + messages.text(language, "chat.line.workaround");
    return new Line(text + around, "/issues/" + news.id);
  }
}
