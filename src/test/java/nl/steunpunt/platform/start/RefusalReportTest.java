package nl.steunpunt.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class RefusalReportTest {

  @Test
  void saysTheSentenceOfARefusalHoweverDeepItLies() {
    var failure = new IllegalStateException(new RuntimeException(new StartRefused("Do this.")));
    assertThat(said(failure)).isEqualTo("Do this.\n");
  }

  @Test
  void namesThePortThatIsTaken() {
    assertThat(said(new PortInUseException(8080, null)))
        .isEqualTo("Port 8080 is in use by another program: choose one with bin/run --port N.\n");
  }

  @Test
  void saysWhichSettingsLeadToADatabaseThatCannotBeUsed() {
    for (var state : new String[] {"08001", "28P01", "3D000"}) {
      assertThat(said(new RuntimeException(new SQLException("It is away.\n  At once.", state))))
          .isEqualTo(
              "The database cannot be used (It is away.): look at STEUNPUNT_DB_URL, STEUNPUNT_DB_USER and STEUNPUNT_DB_PASSWORD.\n");
    }
  }

  @Test
  void leavesWhatNobodyCanDoAnythingAboutToTheTrace() {
    assertThat(said(new RuntimeException(new SQLException("syntax error", "42601")))).isEmpty();
    assertThat(said(new RuntimeException(new SQLException("no state")))).isEmpty();
  }

  private static String said(Throwable failure) {
    var before = System.err;
    var said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      var reported = new RefusalReport().reportException(failure);
      assertThat(reported).isEqualTo(said.size() > 0);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
