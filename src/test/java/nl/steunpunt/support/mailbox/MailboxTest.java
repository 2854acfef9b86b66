package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The connection to a mailbox, as the administrator sees it. */
@SteunpuntTest
class MailboxTest extends MailboxWorld {
  @Autowired Settings settings;
  @Autowired Clock clock;

  @Test
  void aMailboxThatIsAwayIsSaidAndCaughtUpWith() throws Exception {
    var port = server.getImap().getPort();
    server.stop();
    sql.sql("update support.mailbox set next_at = '2000-01-01'").update();
    assertThat(fetching.makeSome()).isZero();
    var page = administrator().page("/admin/mailbox");
    assertThat(page.select(".alert-danger").text()).contains("niet te lezen sinds");
    assertThat(
            sql.sql("select next_at > :now from support.mailbox")
                .param("now", Instant.parse("2001-01-01T00:00:00Z"))
                .query(Boolean.class)
                .single())
        .isTrue();

    server = new GreenMail(listening(port, "imap"));
    server.start();
    box = server.setUser(ADDRESS, "hulp", "geheim-en-lang");
    deliver(mail(world.sanne(), "", "Na de storing."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Na de storing.");
    assertThat(administrator().page("/admin/mailbox").select(".alert-danger")).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsSaved() {
    var answer = connect("fout", "false");
    assertThat(answer).hasStatus(422);
    assertThat(Browser.html(answer).select(".alert-danger").text()).contains("wachtwoord");
    assertThat(Browser.html(answer).html())
        .doesNotContain("geheim-en-lang")
        .doesNotContain("value=\"fout\"");
    assertThat(administrator().page("/admin/mailbox").html()).doesNotContain("geheim-en-lang");
  }

  /** Whoever gets at the screen for a minute must not be able to send it to a server of theirs. */
  @Test
  void thePasswordGoesToNoOtherServerUnasked() {
    for (var other : List.of("port=144", "host=127.0.0.2", "user=iemand", "tls=STARTTLS")) {
      var sides = other.split("=", 2);
      var answer = administrator().post("/admin/mailbox", fields("", "false", sides[0], sides[1]));
      assertThat(answer).as(other).hasStatus(422);
      assertThat(Browser.html(answer).select("#password-error").text())
          .as(other)
          .contains("Typ het opnieuw");
    }
    assertThat(administrator().post("/admin/mailbox", fields("", "false"))).hasStatus(303);
  }

  /** It hears of another mailbox two seconds late, and would read that from its first mail. */
  @Test
  void aNodeThatKnowsAnotherMailboxLeavesThisOneAlone() {
    setup.disconnect();
    deliver(mail(world.sanne(), "", "Van vorig jaar."));
    assertThat(connect("geheim-en-lang", "false")).hasStatus(303);
    onAnotherNode("andere");
    look();
    record Row(long lastUid, @Nullable Instant failingSince, @Nullable Instant leasedUntil) {}
    var row =
        sql.sql("select last_uid, failing_since, leased_until from support.mailbox")
            .query(Row.class)
            .single();
    assertThat(row.failingSince).isNull();
    assertThat(row.leasedUntil).isNull();
    onAnotherNode("hulp");
    deliver(mail(world.sanne(), "", "Nieuw."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Nieuw.").doesNotContain("Van vorig jaar.");
  }

  /** What another node wrote just now, and this one does not know yet. */
  private void onAnotherNode(String user) {
    settings.remember("mailbox", setup.current());
    assertThat(setup.current().user()).as("remembered here").isEqualTo("hulp");
    sql.sql(
            "update platform.setting set value = jsonb_set(value, '{user}', to_jsonb(:user::text)) where name = 'mailbox'")
        .param("user", user)
        .update();
    sql.sql("update support.mailbox set box = :box")
        .param("box", String.join("\n", "127.0.0.1", user, "INBOX"))
        .update();
  }

  /** On two nodes, within the two seconds that each remembers what is set. */
  @Test
  void ofTwoWhoSaveAtOnceTheLastOnesMailboxIsRead() {
    onAnotherNode("andere");
    deliver(mail(world.sanne(), "", "Van vorig jaar."));
    assertThat(connect(PASSWORD, "false")).hasStatus(303);
    deliver(mail(world.sanne(), "", "Nieuw."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Nieuw.").doesNotContain("Van vorig jaar.");
  }

  @Test
  void aMailboxThatIsSetAndNotReadIsReadAgainByItself() {
    asked(world.sanne(), "Voor het misging.");
    sql.sql("update support.mailbox set box = 'elders'").update();
    deliver(mail(world.sanne(), "", "Daarna."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Voor het misging.", "Daarna.");
    sql.sql("delete from support.mailbox").update();
    deliver(mail(world.sanne(), "", "En weer."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Voor het misging.", "Daarna.", "En weer.");
  }

  /** Whatever it is that keeps each node from it. */
  @Test
  void thatNobodyLooksIntoItIsSeen() {
    sql.sql("update support.mailbox set next_at = :at")
        .param("at", clock.instant().minus(Duration.ofMinutes(20)))
        .update();
    assertThat(administrator().page("/admin/mailbox").select(".alert-danger").text())
        .contains("niet in de mailbox gekeken");
    assertThat(administrator().page("/admin").select("a[href='/admin/mailbox']")).hasSize(2);
    look();
    assertThat(administrator().page("/admin/mailbox").select(".alert-danger")).isEmpty();
    assertThat(administrator().page("/admin").select("a[href='/admin/mailbox']")).hasSize(1);
  }

  @Test
  void aFieldThatIsWrongKeepsWhatWasTyped() {
    var answer =
        administrator()
            .post(
                "/admin/mailbox",
                "host",
                "niet goed",
                "address",
                "geen adres",
                "port",
                "0",
                "user",
                "",
                "folder",
                "");
    assertThat(answer).hasStatus(422);
    var page = Browser.html(answer);
    assertThat(page.expectFirst("#host").attr("value")).isEqualTo("niet goed");
    assertThat(page.select(".field-error, .invalid-feedback, [id$=-error]")).isNotEmpty();
  }
}
