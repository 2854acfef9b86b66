package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no person sent, what comes round, and who is not known: no question, and no endless
 * answering.
 */
@SteunpuntTest
class MailNobodyWroteTest extends MailboxWorld {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner=x",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "List-Id: <nieuws.novum.example>",
        "X-Autoreply: yes"
      })
  void whatAMachineSendsIsNoQuestionAndGetsNoAnswer(String header) {
    var before = questionsOf(world.sanne());
    deliver(mail(world.sanne(), "Afwezig", "Ik ben er niet.", header));
    look();
    assertThat(questionsOf(world.sanne())).isEqualTo(before);
    assertThat(outcomes()).endsWith("automatic");
    assertThat(mailed(world.sanne().email())).isEmpty();
  }

  /** It answers each of our mails with the same words, and says nowhere that it is a machine. */
  @Test
  void twoMachinesThatAnswerEachOtherComeToRest() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var away = "Ik ben er deze week niet. Voor haast: bel mijn collega op 1234.";
    for (var n = 0; n < 6; n++) {
      deliver(
          mail(
              world.fatima(),
              "Re: Hoe boek ik dit?",
              away,
              "In-Reply-To: <x" + n + "." + tag(question, world.fatima()) + "@novum.example>"));
      look();
    }
    assertThat(messagesOf(question)).hasSize(MailTaking.SAME_WORDS);
    assertThat(outcomes()).endsWith("automatic", "automatic");
    // What people say over and over is short.
    for (var n = 0; n < 4; n++) {
      deliver(
          mail(
              world.sanne(),
              "Re: x",
              "Dank je!",
              "In-Reply-To: <y" + n + "." + tag(question, world.sanne()) + "@novum.example>"));
    }
    look();
    assertThat(messagesOf(question)).hasSize(MailTaking.SAME_WORDS + 4);
  }

  /** Each refusal comes back as a mail that is refused as well. */
  @Test
  void whatAnswersEachRefusalGetsNoMoreOfThem() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    for (var n = 0; n < 12; n++) {
      deliver(
          mail(
              world.lotte(),
              "Re: Niet aangekomen",
              "Bericht " + n,
              "References: <" + tag(question, world.sanne()) + "@novum.example>"));
    }
    look();
    assertThat(outcomes()).filteredOn("refused"::equals).hasSize(12);
    assertThat(mailed(world.lotte().email())).hasSize(MailLetters.REFUSALS_AN_HOUR);
  }

  @Test
  void aBounceAndOurOwnMailAreNoQuestion() {
    deliver(
        "From: MAILER-DAEMON@novum.example\nTo: x@novum.example\nSubject: Undelivered\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo.\n--b--\n");
    deliver(mail("steunpunt@novum.example", "Re: x", "Terug"));
    deliver(mail(ADDRESS, "Re: x", "Terug"));
    look();
    assertThat(outcomes()).containsExactly("bounce", "loop", "loop");
  }

  @Test
  void aStrangerHearsOnceThatNobodyReadsIt() {
    deliver(mail("wie@elders.example", "Aanbieding", "Koop <b>nu</b>"));
    deliver(mail("wie@elders.example", "Nog een", "Koop nu"));
    look();
    assertThat(outcomes()).containsExactly("unknown_sender", "unknown_sender");
    assertThat(mailed("wie@elders.example"))
        .singleElement()
        .satisfies(text ->
            assertThat(text).contains("kennen").contains("do not know").doesNotContain("Koop"));
  }

  @Test
  void somebodyWhoSendsMoreThanAPersonCanIsHeldAndHearsItOnce() {
    for (var n = 0; n < MailTaking.MOST_AN_HOUR + 8; n++) {
      deliver(mail(world.sanne(), "", "Nummer " + n));
    }
    look();
    assertThat(outcomes()).hasSize(MailTaking.MOST_AN_HOUR + 8).endsWith("refused");
    assertThat(questionsOf(world.sanne())).contains("Nummer 29").doesNotContain("Nummer 30");
    assertThat(mailed(world.sanne().email()))
        .filteredOn(text -> text.contains("meer dan 30 mails"))
        .hasSize(1);
  }
}
