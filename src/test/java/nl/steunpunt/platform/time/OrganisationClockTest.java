package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class OrganisationClockTest {
  private final Away database = new Away();

  /** A database that does not answer, and counts who asks. */
  private static final class Away extends AbstractDataSource {
    private int asked;

    @Override
    public Connection getConnection() throws SQLException {
      asked++;
      throw new SQLException("away", "08001");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }

  @Test
  void outsideTheDemoItIsTheMachinesAndAsksNobody() {
    var clock = clock(false);
    assertIsNow(clock);
    assertThat(database.asked).isZero();
    assertThatThrownBy(() -> clock.advance(Duration.ofHours(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void inTheDemoItAsksOnceASecondAndGoesOnWhenNobodyAnswers() throws InterruptedException {
    var clock = clock(true);
    assertIsNow(clock);
    assertIsNow(clock);
    assertThat(database.asked).isEqualTo(1);
    Thread.sleep(1_100);
    assertIsNow(clock);
    assertThat(database.asked).isEqualTo(2);
  }

  private OrganisationClock clock(boolean demo) {
    return new OrganisationClock(demo, JdbcClient.create(database));
  }

  private static void assertIsNow(OrganisationClock clock) {
    assertThat(Duration.between(clock.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
  }
}
