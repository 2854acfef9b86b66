package nl.steunpunt.platform.audit;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** For tests that need no database: nothing is noted. */
public final class BlankTrail extends AuditTrail {

  public BlankTrail() {
    super(JdbcClient.create(new DriverManagerDataSource()), Clock.systemUTC());
  }

  @Override
  public void noteBy(
      @Nullable Long actor, String what, @Nullable Long subject, Map<String, ?> detail) {}
}
