package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;

/** The connection to a mailbox, as the administrator sees it. */
@SteunpuntTest
class MailboxTest extends MailboxWorld {
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
