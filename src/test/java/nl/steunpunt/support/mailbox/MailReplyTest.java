package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer to a mail lands in its conversation, and nobody else's does. */
@SteunpuntTest
class MailReplyTest extends MailboxWorld {
  @Autowired List<Timed> timed;
  @Autowired Clock clock;

  @Test
  void aReplyLandsInItsConversationByItsHeaders() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    deliver(
        mail(
            world.fatima(),
            "Re: Hoe boek ik dit?",
            "Met F8.\n\nOp di 3 nov. 2026 om 10:12 schreef Steunpunt <steunpunt@novum.example>:\n> Hoe boek ik dit?",
            "In-Reply-To: <11aa." + tag(question, world.fatima()) + "@novum.example>"));
    look();

    assertThat(messagesOf(question)).containsExactly("Met F8.");
    var page = world.as(world.sanne()).page("/questions/" + question);
    assertThat(page.select(".message-quoted").text()).contains("> Hoe boek ik dit?");
    assertThat(page.select(".message-quoted").hasAttr("open")).isFalse();
    assertThat(outcomes()).endsWith("said");
  }

  @Test
  void aReplyLandsInItsConversationByItsAddressAlone() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var replyTo = String.valueOf(tags.to(question, world.sanne().id()).orElseThrow().replyTo());
    deliver(mail(world.sanne(), "Re: x", "Het lukt al.", "Cc: " + replyTo.toUpperCase()));
    look();
    assertThat(messagesOf(question)).containsExactly("Het lukt al.");
  }

  @Test
  void whatWeMailCanBeAnswered() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var thread = tags.to(question, world.sanne().id()).orElseThrow();
    assertThat(thread.replyTo()).isEqualTo("it-hulp+" + thread.tag() + "@novum.example");
    assertThat(String.valueOf(thread.replyTo()).indexOf('@')).isLessThanOrEqualTo(64);
    assertThat(tags.in(List.of("<x." + thread.tag() + "@novum.example>")))
        .contains(new ReplyTags.Tag(question, world.sanne().id()));
  }

  @Test
  void whatIsAnsweredIsAReplyToTheMailThatAskedIt() {
    deliver(mail(world.sanne(), "Boeken lukt niet", "Hoe boek ik dit?"));
    look();
    var question = lastQuestion();
    var asked =
        sql.sql("select message_id from support.mail_in order by id desc limit 1")
            .query(String.class)
            .single();
    world.as(world.fatima()).post("/questions/" + question + "/handover", "tried", "Alles");
    world
        .as(world.pieter())
        .post("/desk/questions/" + question + "/reply", "text", "Met F8, zegt de desk.");
    timed.stream()
        .filter(one -> one.getClass().getSimpleName().startsWith("NoticeSending"))
        .forEach(one -> one.fireDue(clock.instant().plusSeconds(3_600)));
    record Sent(String subject, String textBody, String threadId) {}
    var sent =
        sql.sql(
                """
                select subject, text_body, thread_id from platform.mail where recipient = :to
                 order by id desc limit 1
                """)
            .param("to", world.sanne().email())
            .query(Sent.class)
            .single();
    assertThat(sent.textBody).contains("Met F8, zegt de desk.");
    assertThat(sent.subject).isEqualTo("Re: Boeken lukt niet");
    assertThat(sent.threadId)
        .isEqualTo("<" + tag(question, world.sanne()) + "@novum.example> " + asked);
  }

  @Test
  void aStrangersMessageIdIsNoHeaderOfOurs() {
    deliver(
        mail(world.sanne(), "Vraag", "Hoe boek ik dit?")
            .replaceFirst("Message-ID: <[^>]*>", "Message-ID: <a\n\tBcc: iemand@elders.example>"));
    look();
    var thread = tags.to(lastQuestion(), world.sanne().id()).orElseThrow();
    assertThat(thread.answers()).isNull();
  }

  @Test
  void aForgedTagIsNoReply() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var forged = "q" + question + "p" + world.sanne().id() + "-aaaaaaaaaaaaaaaa";
    deliver(
        mail(
            world.sanne(),
            "Re: x",
            "Binnendringer.",
            "In-Reply-To: <" + forged + "@novum.example>"));
    look();
    assertThat(messagesOf(question)).isEmpty();
    assertThat(outcomes()).endsWith("asked");
  }

  @Test
  void aMailThatWasForwardedOpensNoConversationAndComesBackWithItsText() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    deliver(
        mail(
            world.lotte(),
            "Re: x",
            "Mag ik meelezen?",
            "References: <" + tag(question, world.sanne()) + "@novum.example>"));
    look();
    assertThat(messagesOf(question)).isEmpty();
    assertThat(outcomes()).endsWith("refused");
    assertThat(mailed(world.lotte().email()).getLast()).contains("Mag ik meelezen?");
  }
}
