package nl.steunpunt.people.directory;

import javax.sql.DataSource;
import nl.steunpunt.platform.db.OneAtATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One import of people at a time; else {@link ImportRefused} BUSY. */
@Component
class ImportLock extends OneAtATime {
  private static final long KEY = 0x5375_494D_504F_5254L;

  ImportLock(DataSource database, JdbcClient sql) {
    super(database, sql, KEY, () -> new ImportRefused(ImportRefused.Why.BUSY));
  }
}
