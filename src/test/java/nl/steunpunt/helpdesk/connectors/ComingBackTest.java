package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What is said and decided in another system comes back to the asker. */
class ComingBackTest extends WithPretendTracker {
  @Test
  void theAnswerThereComesBackToTheAskerOnce() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    tracker.correspond(tracker.only(), "jan", "Ik kijk even mee.");
    tracker.note(tracker.only(), "jan", "Intern: wat een gedoe");
    later();
    later();

    assertThat(conversation(question))
        .containsOnlyOnce("Sinds wanneer?", "Jan van Dijk: Ik kijk even mee.")
        .noneMatch(text -> text.contains("gedoe"));
    // Known here by address, so it stands under their own name.
    assertThat(world.as(world.sanne()).page(question).select(".message-head").text())
        .contains("Pieter Hoekstra", world.chantal().name());
    assertThat(tracker.only().comments()).containsExactly("Intern: wat een gedoe");
    assertThat(status(question)).isEqualTo("with_helpdesk");
  }

  @Test
  void whoIsNamedInTheMappingSpeaksUnderTheirOwnName() {
    connected("people", "JAN = " + world.pieter().email());
    var question = handedOver();
    exchange();
    tracker.correspond(tracker.only(), "jan", "Ik kijk even mee.");
    later();
    assertThat(conversation(question)).containsOnlyOnce("Ik kijk even mee.");
    assertThat(world.as(world.sanne()).page(question).select(".message-head").text())
        .contains("Pieter Hoekstra")
        .doesNotContain(world.chantal().name());
  }

  @Test
  void closingThereEndsItHereWithTheLastWords() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "De code staat er weer.");
    tracker.becomes(tracker.only(), "resolved");
    later();

    assertThat(status(question)).isEqualTo("solved");
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select(".message-answer .message-text").text())
        .isEqualTo("De code staat er weer.");
    assertThat(letters()).isZero();
    later();
    assertThat(tracker.only().comments()).isEmpty();
    assertThat(conversation(question)).containsOnlyOnce("De code staat er weer.");
  }

  @Test
  void closingThereWithoutAWordSaysSo() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    assertThat(conversation(question)).contains("De helpdesk heeft je melding afgesloten.");
  }

  @Test
  void rejectedThereMeansBackToThePowerUser() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Dit weet Fatima beter.");
    tracker.becomes(tracker.only(), "rejected");
    later();
    assertThat(status(question)).isEqualTo("with_power_user");
    assertThat(world.as(world.fatima()).page(question).select(".message-advice").text())
        .contains("Dit weet Fatima beter.");
    assertThat(letters()).isZero();
  }

  @Test
  void openedAgainThereIsOpenHere() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    world.as(world.sanne()).post(question + "/confirmation");
    tracker.correspond(tracker.only(), "pieter", "Het was toch niet goed.");
    tracker.becomes(tracker.only(), "open");
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
    assertThat(conversation(question)).contains("Het was toch niet goed.");
    assertThat(tracker.only().status).isEqualTo("open");
  }

  /** They chose another status while ours was under way: theirs holds, and our words arrive. */
  @Test
  void theHelpdesksStatusWinsAndTheNetworksWordsAreKept() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    world.as(world.sanne()).post(question + "/reopening");
    world.as(world.sanne()).post(question + "/messages", "text", "Het gaat nog steeds mis");
    tracker.becomes(tracker.only(), "rejected");
    later();
    later();
    assertThat(tracker.only().status).isEqualTo("rejected");
    assertThat(tracker.only().comments())
        .anyMatch(text -> text.contains("Het gaat nog steeds mis"));
    assertThat(conversation(question)).contains("Het gaat nog steeds mis");
    assertThat(status(question)).isEqualTo("with_power_user");
    assertThat(world.as(world.pieter()).page(question + "/elsewhere").text())
        .contains("aan beide kanten");
  }

  @Test
  void htmlIsReadAsText() {
    var question = there();
    tracker.correspond(
        tracker.only(),
        "pieter",
        "<div>Kijk bij <b>Stamgegevens</b><script>alert(1)</script><br>en dan &lt;Btw&gt;</div>");
    later();
    assertThat(conversation(question)).contains("Kijk bij Stamgegevens en dan <Btw>");
  }

  @Test
  void ourOwnWordsDoNotComeBackButAQuoteOfThemDoes() {
    var question = there();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    exchange();
    var ours = tracker.only().comments().getFirst();
    tracker.correspond(tracker.only(), "steunpunt", ours);
    tracker.correspond(
        tracker.only(), "steunpunt", "> " + ours.replace("\n", "\n> ") + "\nDank, ik zie het.");
    later();
    assertThat(conversation(question))
        .containsOnlyOnce("Sinds maandag")
        .anyMatch(text -> text.endsWith("Dank, ik zie het."));
  }

  /** The key is another colleague's since, or the ticket another's. */
  @Test
  void ourWordsAreOursWithWhoeversKeyTheyWereSaid() {
    var question = there();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    exchange();
    var ours = tracker.only().comments().getFirst();
    tracker.correspond(tracker.only(), "koppeling", ours.replace("\n", "\r\n") + "\r\n");
    tracker.correspond(tracker.only(), "koppeling", "Dank, ik zie het.\n\n" + ours);
    later();
    assertThat(conversation(question))
        .filteredOn(text -> text.contains("Sinds maandag"))
        .hasSize(2)
        .anyMatch(text -> text.contains("Dank, ik zie het."));
  }

  @Test
  void aBellMakesUsLookAtOnceAndIsBelievedBySignature() throws Exception {
    var id = connected();
    var question = handedOver();
    exchange();
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    var body = "{\"ticket\": 1}";
    assertThat(ring(id, body, "0".repeat(64))).isEqualTo(404);
    exchange();
    assertThat(conversation(question)).doesNotContain("Sinds wanneer?");

    var signature = signature(id, "HmacSHA256", body);
    assertThat(ring(id, body, signature)).isEqualTo(204);
    assertThat(ring(id, body, signature)).isEqualTo(204);
    assertThat(ring(id + 1, body, signature)).isEqualTo(404);
    exchange();
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?");
  }

  /** As the one who set it up there would: with the secret from the form. */
  private String signature(long connection, String how, String body) throws Exception {
    var secret = admin().page("/admin/connections/" + connection).select("code").last();
    var mac = Mac.getInstance(how);
    mac.init(
        new SecretKeySpec(
            Objects.requireNonNull(secret).text().getBytes(StandardCharsets.UTF_8), how));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private int ring(long connection, String body, String signature) {
    return ring(connection, body, "X-Hub-Signature-256", "sha256=" + signature);
  }

  private int ring(long connection, String body, String header, String signature) {
    return world
        .api()
        .post()
        .uri("/connectors/" + connection + "/bell")
        .header(header, signature)
        .contentType("application/json")
        .content(body)
        .exchange()
        .getResponse()
        .getStatus();
  }

  /** Zammad signs so, and names the ticket otherwise. */
  @Test
  void aBellOfZammadIsBelievedToo() throws Exception {
    var id = connected("kind", "zammad");
    var body = "{\"ticket\": {\"id\": 19, \"title\": \"De btw\"}, \"article\": {\"id\": 42}}";
    var signature = signature(id, "HmacSHA1", body);
    assertThat(ring(id, body, "X-Hub-Signature", "sha1=" + signature)).isEqualTo(204);
    assertThat(ring(id, body + " ", "X-Hub-Signature", "sha1=" + signature)).isEqualTo(404);
    assertThat(ring(id, body, "X-Hub-Signature", "sha256=" + signature)).isEqualTo(404);
  }

  @Test
  void somebodyElsesQuestionIsElsewhereForNobody() {
    var question = there();
    assertThat(world.as(world.emma()).get(question + "/elsewhere")).hasStatus(404);
  }

  @Test
  void whoSpeaksForTheHelpdeskMustBeOfIt() {
    var question = there();
    sql.sql("update people.person set roles = '{}' where id = :id")
        .param("id", world.chantal().id())
        .update();
    tracker.correspond(tracker.only(), "jan", "Hallo");
    later();
    assertThat(trouble()).contains("Wie hier namens de helpdesk sprak");
    sql.sql("update people.person set roles = array['helpdesk'] where id = :id")
        .param("id", world.chantal().id())
        .update();
    later();
    assertThat(conversation(question)).containsOnlyOnce("Jan van Dijk: Hallo");
  }

  @Test
  void newsTwiceLateOrOutOfOrderChangesNothing() throws Exception {
    var id = connected();
    var question = handedOver();
    exchange();
    tracker.correspond(tracker.only(), "pieter", "Eerst dit.");
    tracker.correspond(tracker.only(), "pieter", "Dan dat.");
    tracker.becomes(tracker.only(), "resolved");
    tracker.becomes(tracker.only(), "open");
    var bell = "{\"ticket\": 1}";
    assertThat(ring(id, bell, signature(id, "HmacSHA256", bell))).isEqualTo(204);
    exchange();
    var said = conversation(question);
    assertThat(said).containsSubsequence("Eerst dit.", "Dan dat.");
    assertThat(status(question)).isEqualTo("with_helpdesk");

    // Of the time that it was resolved, and of before that.
    for (int late = 0; late < 3; late++) {
      assertThat(ring(id, bell, signature(id, "HmacSHA256", bell))).isEqualTo(204);
      later();
    }
    assertThat(conversation(question)).isEqualTo(said);
    assertThat(status(question)).isEqualTo("with_helpdesk");
    assertThat(tracker.only().comments()).isEmpty();
  }

  /** Their numbers are given out when something is begun, and it is seen when it is done. */
  @Test
  void whatIsSeenAfterWhatWasNumberedLaterIsHeardToo() {
    var question = there();
    var slow = tracker.begin();
    tracker.correspond(tracker.only(), "pieter", "Ik was eerst klaar.");
    later();
    tracker.correspondAs(slow, tracker.only(), "pieter", "Ik begon eerder.");
    later();
    later();
    assertThat(conversation(question)).containsOnlyOnce("Ik was eerst klaar.", "Ik begon eerder.");
  }

  @Test
  void whatWasHeardLongAgoIsNotReadAgain() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    later();
    sql.sql("update helpdesk.heard set heard_at = :then")
        .param("then", clock.instant().minus(Duration.ofHours(1)))
        .update();
    tracker.correspond(tracker.only(), "pieter", "En bij wie?");
    tracker.asked.clear();
    later();
    assertThat(tracker.asked).filteredOn(asked -> asked.contains("/transaction/")).hasSize(1);
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?", "En bij wie?");
  }

  @Test
  void whatTheySayAfterItWasSettledIsHeardToo() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    world.as(world.sanne()).post(question + "/confirmation");
    tracker.correspond(tracker.only(), "pieter", "Nog één ding.");
    later();
    assertThat(conversation(question)).containsOnlyOnce("Nog één ding.");
    assertThat(status(question)).isEqualTo("closed");
  }

  @Test
  void whatTheySayAfterTheyGaveItBackIsHeardToo() {
    var question = there();
    tracker.becomes(tracker.only(), "rejected");
    later();
    tracker.correspond(tracker.only(), "jan", "Nog één ding.");
    later();
    assertThat(conversation(question)).containsOnlyOnce("Jan van Dijk: Nog één ding.");
    assertThat(status(question)).isEqualTo("with_power_user");
  }

  @Test
  void lastWordsThatFillMoreThanOneMessageAreAllThere() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Lang. " + "x".repeat(12_000) + " Einde.");
    tracker.becomes(tracker.only(), "resolved");
    later();
    assertThat(status(question)).isEqualTo("solved");
    assertThat(conversation(question)).anyMatch(text -> text.endsWith("Einde."));
  }

  @Test
  void theirClockMayBeAheadOfOurs() {
    tracker.now = clock.instant().plus(Duration.ofDays(400));
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    later();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    exchange();
    tracker.correspond(tracker.only(), "pieter", "Dank.");
    later();
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?", "Sinds maandag", "Dank.");
  }
}
