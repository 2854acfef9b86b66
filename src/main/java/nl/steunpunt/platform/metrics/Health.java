package nl.steunpunt.platform.metrics;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether this node can be given work. */
@Component
class Health {
  private final ApplicationAvailability availability;
  private final JdbcClient sql;

  Health(ApplicationAvailability availability, JdbcClient sql) {
    this.availability = availability;
    this.sql = sql;
  }

  /** Started, not stopping, and the database answers. */
  boolean isReady() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        && databaseAnswers();
  }

  private boolean databaseAnswers() {
    try {
      return sql.sql("select true").query(Boolean.class).single();
    } catch (DataAccessException | TransactionException e) {
      return false;
    }
  }
}
