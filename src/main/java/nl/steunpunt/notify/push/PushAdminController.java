package nl.steunpunt.notify.push;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How it goes with notices in browsers, in numbers alone; and new keys when they are lost. */
@Controller
public class PushAdminController {
  static final String PATH = "/admin/push";

  private final VapidKeys keys;
  private final PushBrowsers browsers;
  private final PushMessages messages;
  private final JdbcClient sql;
  private final Clock clock;

  PushAdminController(
      VapidKeys keys, PushBrowsers browsers, PushMessages messages, JdbcClient sql, Clock clock) {
    this.keys = keys;
    this.browsers = browsers;
    this.messages = messages;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param trouble null: notices arrive
   */
  public record Count(@Nullable PushTrouble trouble, long browsers) {}

  public record PushPage(List<Count> counts, long waiting, boolean keysLost) {
    public long browsers() {
      return counts.stream().mapToLong(Count::browsers).sum();
    }
  }

  @GetMapping(PATH)
  ModelAndView show() {
    var counts =
        sql.sql(
                """
                select b.trouble, count(*) as browsers
                  from notify.push_browser b
                  join people.pub_sign_in s on s.id = b.sign_in_id and s.until_at > :now
                 group by b.trouble order by b.trouble nulls first
                """)
            .param("now", clock.instant())
            .query(Count.class)
            .list();
    return Reply.page(
        "notify/push/admin", new PushPage(counts, messages.waiting(), !keys.canBeUsed()));
  }

  @PostMapping(PATH + "/keys")
  ModelAndView renewKeys() {
    keys.makeAnew();
    browsers.mustBeAllowedAgain(clock.instant());
    return Reply.to(PATH, "push_admin.renewed");
  }

  @Bean
  static AdminEntry pushEntry() {
    return new AdminEntry(52, PATH, "phone", "push_admin.title", "push_admin.lead");
  }
}
