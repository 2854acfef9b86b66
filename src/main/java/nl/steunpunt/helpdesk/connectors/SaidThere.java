package nl.steunpunt.helpdesk.connectors;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was heard from another system, and what we told it: neither is said twice, or sent back. */
@Repository
class SaidThere {
  private final JdbcClient sql;
  private final Clock clock;

  SaidThere(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param entry their number of it; null: their status said it
   * @return false when it was heard before
   */
  boolean hears(long ticket, UUID clientId, @Nullable Long entry) {
    return sql.sql(
                """
                insert into helpdesk.heard (ticket_id, client_id, entry, heard_at)
                values (:ticket, :client, :entry, :now)
                on conflict do nothing
                """)
            .param("ticket", ticket)
            .param("client", clientId)
            .param("entry", entry)
            .param("now", clock.instant())
            .update()
        == 1;
  }

  /** Before it goes, so that it is known also when nobody is left to note that it went. */
  void tells(long ticket, byte[] words) {
    sql.sql(
            "insert into helpdesk.told (ticket_id, words) values (:ticket, :words) on conflict do nothing")
        .param("ticket", ticket)
        .param("words", words)
        .update();
  }

  boolean told(long ticket, byte[] words) {
    return sql.sql(
            "select exists (select from helpdesk.told where ticket_id = :ticket and words = :words)")
        .param("ticket", ticket)
        .param("words", words)
        .query(Boolean.class)
        .single();
  }

  List<UUID> heard(long ticket) {
    return sql.sql("select client_id from helpdesk.heard where ticket_id = :ticket")
        .param("ticket", ticket)
        .query(UUID.class)
        .list();
  }
}
