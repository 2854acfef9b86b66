package nl.steunpunt.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.demo.CastMember;
import nl.steunpunt.demo.SmallNovum;
import nl.steunpunt.network.Systems;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * Two nodes read one mailbox, and lose their database again and again in the middle of it, as when
 * they are killed.
 */
class MailOnTwoNodesTest {
  private static final Path DATA = Path.of("target/test-data-mail-nodes");
  private static final String ADDRESS = "it-hulp@novum.example";
  private static final int EACH = 15;
  private static final int KILLS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Whatever was reading or writing mail just then. */
  private static final String KILL =
      """
      select count(pg_terminate_backend(pid)) from pg_stat_activity
       where pid <> pg_backend_pid() and (state like 'idle in transaction%' or state = 'active' and query like '%support.%')
      """;

  @Test
  void eachMailIsAQuestionOnce() throws Exception {
    FileSystemUtils.deleteRecursively(DATA);
    var imap = new ServerSetup(0, "127.0.0.1", "imap");
    imap.setServerStartupTimeout(20_000);
    var server = new GreenMail(imap);
    server.start();
    try (var one = RunningNode.first(DATA.resolve("one"))) {
      one.bean(SmallNovum.class).seed();
      try (var two = RunningNode.beside(one, DATA.resolve("two"))) {
        takes(server, one, two);
      }
    } finally {
      server.stop();
    }
  }

  private static void takes(GreenMail server, RunningNode one, RunningNode two) throws Exception {
    var people = List.of(Cast.SANNE, Cast.EMMA, Cast.LOTTE, Cast.AHMET);
    var box = server.setUser(ADDRESS, "hulp", "geheim-en-lang");
    connect(server, one, "hulp");
    saveOnBoth(server, one, two);
    for (var n = 0; n < EACH; n++) {
      for (var person : people) {
        box.deliver(mail(person, n));
      }
    }
    var details = one.bean(JdbcConnectionDetails.class);
    try (var database =
            DriverManager.getConnection(
                Objects.requireNonNull(details.getJdbcUrl()),
                details.getUsername(),
                details.getPassword());
        var asks = database.createStatement()) {
      var all = EACH * people.size();
      var killed = 0;
      var until = System.nanoTime() + PATIENCE.toNanos();
      while (count(asks, "support.mail_in where outcome = 'asked'") < all) {
        assertThat(System.nanoTime()).as("until all are taken").isLessThan(until);
        Thread.sleep(200);
        if (killed < KILLS) {
          try (var row = asks.executeQuery(KILL)) {
            killed += row.next() && row.getInt(1) > 0 ? 1 : 0;
          }
        }
        // Who was killed has the mailbox until its lease is over.
        asks.execute("update support.mailbox set leased_until = null, next_at = '2000-01-01'");
      }
      assertThat(killed).as("lost its database").isPositive();
      assertThat(count(asks, "support.question where text like 'Mail nummer %'")).isEqualTo(all);
      assertThat(count(asks, "support.mail_in where outcome <> 'asked'")).isZero();
    }
  }

  private static int count(java.sql.Statement asks, String of) throws Exception {
    try (var row = asks.executeQuery("select count(*) from " + of)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What one saves, the other does not know for two seconds, and saves what it knew itself. */
  private static void saveOnBoth(GreenMail server, RunningNode one, RunningNode two)
      throws Exception {
    server.setUser("anders@novum.example", "anders", "geheim-en-lang");
    Person.signedIn(two, Cast.WILLEMIJN).get(two, "/admin/mailbox");
    connect(server, one, "anders");
    connect(server, two, "hulp");
  }

  private static void connect(GreenMail server, RunningNode node, String user) throws Exception {
    var system = node.bean(Systems.class).byKey("erp").orElseThrow().id();
    var form =
        "address=%s&host=127.0.0.1&port=%d&tls=NONE&user=%s&password=geheim-en-lang&folder=INBOX&system=%s"
            .formatted(
                URLEncoder.encode(ADDRESS, StandardCharsets.UTF_8),
                server.getImap().getPort(),
                user,
                system);
    var answer = Person.signedIn(node, Cast.WILLEMIJN).post(node, "/admin/mailbox", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private static MimeMessage mail(CastMember person, int n) throws Exception {
    var text =
        "From: %s\r\nTo: %s\r\nSubject: Mail nummer %d\r\nMessage-ID: <%d.%s>\r\n\r\nVan %s, nummer %d\r\n"
            .formatted(person.email(), ADDRESS, n, n, person.email(), person.email(), n);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
