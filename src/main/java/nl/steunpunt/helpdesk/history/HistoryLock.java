package nl.steunpunt.helpdesk.history;

import javax.sql.DataSource;
import nl.steunpunt.helpdesk.history.HistoryRefused.Why;
import nl.steunpunt.platform.db.OneAtATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One import of history at a time; else {@link HistoryRefused} BUSY. */
@Component
class HistoryLock extends OneAtATime {
  private static final long KEY = 0x5375_4849_5354_4F52L;

  HistoryLock(DataSource database, JdbcClient sql) {
    super(database, sql, KEY, () -> new HistoryRefused(Why.BUSY));
  }
}
