package nl.steunpunt.helpdesk.connectors;

import static nl.steunpunt.platform.outgoing.AnsweringServer.hangs;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.steunpunt.helpdesk.connectors.PretendTracker.Fault;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.outgoing.OwnCertificate;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what is handed over here to a ticket in another system, and back. */
@SteunpuntTest
class ConnectionTest {
  private static final String TEXT = "De btw-code is weg";
  private static final String TRIED = "Code opnieuw gekozen";

  @Autowired World world;
  @Autowired ConnectionWork work;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private final PretendTracker tracker = new PretendTracker();
  private AnsweringServer server;

  @BeforeEach
  void open() throws IOException {
    server = AnsweringServer.plain(tracker);
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(
            List.of("http://127.0.0.1:" + server.port(), "rt.example.org"), List.of("127.0.0.1")));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Browser admin() {
    return world.as(world.willemijn());
  }

  private String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private String[] fields(String... other) {
    var all =
        new ArrayList<>(
            List.of(
                "name", "Servicedesk",
                "kind", "request_tracker",
                "address", address(),
                "key", "geheim",
                "speaker", world.chantal().email(),
                "language", "nl",
                "place", "Support",
                "statuses",
                    "open = open\nnew = open\nresolved = closed\nrejected = returned\nstalled = open"));
    for (int i = 0; i < other.length; i += 2) {
      var known = all.indexOf(other[i]);
      if (known >= 0) {
        all.set(known + 1, other[i + 1]);
      } else {
        all.addAll(List.of(other[i], other[i + 1]));
      }
    }
    return all.toArray(String[]::new);
  }

  private long connected(String... other) {
    assertThat(admin().post("/admin/connections", fields(other))).hasStatus(303);
    var id = sql.sql("select max(id) from helpdesk.connection").query(Long.class).single();
    admin().post("/admin/connections/" + id + "/activity", "active", "true");
    return id;
  }

  private String ask() {
    var reply =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", TEXT);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String handedOver() {
    var question = ask();
    assertThat(world.as(world.fatima()).post(question + "/handover", "tried", TRIED))
        .hasStatus(303);
    return question;
  }

  private void exchange() {
    while (work.makeSome() > 0) {
      Thread.onSpinWait();
    }
  }

  /** As after a minute, and after whatever pause. */
  private void later() {
    var before = clock.instant().minusSeconds(1);
    sql.sql("update helpdesk.connection set try_at = :before, poll_at = :before")
        .param("before", before)
        .update();
    sql.sql("update helpdesk.letter set due_at = :before").param("before", before).update();
    exchange();
  }

  private String status(String question) {
    return sql.sql("select status from support.question where id = :id")
        .param("id", Long.valueOf(question.substring(question.lastIndexOf('/') + 1)))
        .query(String.class)
        .single();
  }

  private List<String> conversation(String question) {
    return world.as(world.sanne()).page(question).select(".message-text").eachText();
  }

  private long letters() {
    return sql.sql("select count(*) from helpdesk.letter").query(Long.class).single();
  }

  private String trouble() {
    return admin().page("/admin/connections").select(".alert-danger").text();
  }

  @Test
  void whatIsHandedOverBecomesATicketThere() {
    connected("fields", "Afdeling = department\nSysteem = system\nPriority = stuck");
    var question = handedOver();
    exchange();

    var ticket = tracker.only();
    assertThat(ticket.subject).startsWith(TEXT + " [SP-").endsWith("]");
    assertThat(ticket.requestor).isEqualTo(world.sanne().email());
    assertThat(ticket.body.path("Content").asString())
        .contains(TEXT, "Fatima El Idrissi probeerde:", TRIED, "Sanne de Vries", question);
    assertThat(ticket.body.path("CustomFields").path("Systeem").asString()).isEqualTo("Nova ERP");
    assertThat(ticket.body.path("CustomFields").path("Afdeling").asString())
        .contains("Crediteuren");
    assertThat(ticket.body.path("Priority").asString()).isEqualTo("nee");
    assertThat(letters()).isZero();
    assertThat(world.as(world.sanne()).page(question + "/elsewhere").text())
        .contains("Servicedesk, nummer 1");
    assertThat(
            world
                .as(world.pieter())
                .page(question + "/elsewhere")
                .select("a[rel=noreferrer]")
                .attr("href"))
        .isEqualTo(address() + "/Ticket/Display.html?id=1");
  }

  @Test
  void whatIsNotAtTheDeskStaysHere() {
    connected();
    ask();
    exchange();
    assertThat(tracker.tickets()).isEmpty();
  }

  @Test
  void onlyTheSystemsThatWereChosenGoThere() {
    var id = connected();
    sql.sql("update helpdesk.connection set systems = '{999999999}' where id = :id")
        .param("id", id)
        .update();
    handedOver();
    exchange();
    assertThat(tracker.tickets()).isEmpty();
  }

  @Test
  void whatWasAtTheDeskBeforeGoesThereWhenItIsSwitchedOn() {
    handedOver();
    connected();
    exchange();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void theAnswerThereComesBackToTheAskerOnce() {
    connected();
    var question = handedOver();
    exchange();
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
  void whatIsSaidHereGoesThereInOrderAndOnce() {
    connected();
    var question = handedOver();
    exchange();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    world.as(world.fatima()).post(question + "/messages", "text", "Ook bij Joost");
    exchange();
    later();
    assertThat(tracker.only().comments()).hasSize(2);
    assertThat(tracker.only().comments().getFirst())
        .contains("Sanne de Vries schrijft:", "Sinds maandag");
    assertThat(tracker.only().comments().getLast()).contains("Ook bij Joost");
  }

  @Test
  void closingThereEndsItHereWithTheLastWords() {
    connected();
    var question = handedOver();
    exchange();
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
    connected();
    var question = handedOver();
    exchange();
    tracker.becomes(tracker.only(), "resolved");
    later();
    assertThat(conversation(question)).contains("De helpdesk heeft je melding afgesloten.");
  }

  @Test
  void rejectedThereMeansBackToThePowerUser() {
    connected();
    var question = handedOver();
    exchange();
    tracker.correspond(tracker.only(), "pieter", "Dit weet Fatima beter.");
    tracker.becomes(tracker.only(), "rejected");
    later();
    assertThat(status(question)).isEqualTo("with_power_user");
    assertThat(world.as(world.fatima()).page(question).select(".message-advice").text())
        .contains("Dit weet Fatima beter.");
    assertThat(letters()).isZero();
  }

  @Test
  void notSolvedHereOpensItThere() {
    connected();
    var question = handedOver();
    exchange();
    tracker.becomes(tracker.only(), "resolved");
    later();
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(tracker.only().status).isEqualTo("open");
    assertThat(tracker.only().comments()).singleElement().asString().contains("opnieuw hulp nodig");
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
  }

  @Test
  void openedAgainThereIsOpenHere() {
    connected();
    var question = handedOver();
    exchange();
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

  @Test
  void withdrawnHereIsClosedThereWithTheReason() {
    connected();
    var question = handedOver();
    exchange();
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(tracker.only().status).isEqualTo("resolved");
    assertThat(tracker.only().comments()).singleElement().asString().contains("ingetrokken");
  }

  @Test
  void withdrawnBeforeItWentNeverGoes() {
    connected();
    var question = handedOver();
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(tracker.tickets()).isEmpty();
    assertThat(letters()).isZero();
  }

  /** They chose another status while ours was under way: theirs holds, and our words arrive. */
  @Test
  void theHelpdesksStatusWinsAndTheNetworksWordsAreKept() {
    connected();
    var question = handedOver();
    exchange();
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
  void takenThereAndNotToldIsFoundInsteadOfMadeAgain() {
    connected();
    handedOver();
    tracker.fault = Fault.TAKES_AND_HANGS_UP;
    exchange();
    assertThat(letters()).isEqualTo(1);
    later();
    assertThat(letters()).isZero();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aRemarkThatWasTakenIsNotSaidTwice() {
    connected();
    var question = handedOver();
    exchange();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    tracker.fault = Fault.TAKES_AND_HANGS_UP;
    exchange();
    later();
    assertThat(tracker.only().comments()).hasSize(1);
    assertThat(letters()).isZero();
  }

  @Test
  void awayForADayNothingIsLostAndNothingDoubled() {
    connected();
    var question = handedOver();
    exchange();
    server.answer(says("503 Service Unavailable", "<html>Maintenance</html>"));
    world.as(world.sanne()).post(question + "/messages", "text", "Eén");
    exchange();
    for (int i = 0; i < 30; i++) {
      world.as(world.sanne()).post(question + "/messages", "text", "Nog " + i);
      later();
    }
    sql.sql("update helpdesk.connection set failing_since = :then")
        .param("then", clock.instant().minus(Duration.ofDays(1)))
        .update();
    assertThat(trouble()).contains("Sinds gisteren", "Er wachten 31 berichten");
    assertThat(world.as(world.sanne()).page(question + "/elsewhere").text())
        .contains("niet te bereiken sinds gisteren");
    assertThat(admin().page("/admin").text()).contains("koppeling met een helpdesksysteem");

    tracker.correspond(tracker.only(), "pieter", "We waren er niet.");
    server.answer(tracker);
    later();
    later();
    assertThat(tracker.only().comments()).hasSize(31);
    assertThat(tracker.only().comments().getLast()).contains("Nog 29");
    assertThat(conversation(question)).containsOnlyOnce("We waren er niet.");
    assertThat(trouble()).isEmpty();
  }

  @Test
  void anotherCertificateIsSaidInWordsAndNothingGoesThere(@TempDir Path folder) throws Exception {
    connected();
    handedOver();
    exchange();
    var context = OwnCertificate.of("localhost", folder);
    try (var other = AnsweringServer.encrypted(context, tracker)) {
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(
              List.of("localhost:" + other.port()), List.of("127.0.0.0/8", "::1")));
      sql.sql("update helpdesk.connection set address = :address")
          .param("address", "https://localhost:" + other.port())
          .update();
      var asked = tracker.asked.size();
      handedOver();
      exchange();
      assertThat(trouble()).contains("certificaat klopt niet", "Er wacht 1 bericht");
      assertThat(tracker.asked).hasSize(asked);
    }
    settings.put(
        OutgoingSettings.SETTING, new OutgoingSettings(List.of(address()), List.of("127.0.0.1")));
    sql.sql("update helpdesk.connection set address = :address")
        .param("address", address())
        .update();
    later();
    assertThat(tracker.tickets()).hasSize(2);
  }

  /** After twenty seconds. */
  @Test
  void whoHangsIsLeftAlone() {
    connected();
    handedOver();
    server.answer(hangs());
    exchange();
    assertThat(trouble()).contains("antwoordt niet op tijd", "Er wacht 1 bericht");
    server.answer(tracker);
    later();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aPageInsteadOfAnAnswerIsSaidInWords() {
    connected();
    handedOver();
    server.answer(
        says(
            "200 OK",
            "<html><head><title>x</title></head><body>Please log in</body></html>",
            "Content-Type: text/html"));
    exchange();
    assertThat(trouble()).contains("Er komt een webpagina terug", "Please log in");
    assertThat(letters()).isEqualTo(1);
    server.answer(tracker);
    later();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aKeyThatIsNotGoodHoldsAllUp() {
    connected("key", "fout");
    handedOver();
    exchange();
    assertThat(trouble()).contains("laat ons niet binnen", "Er wacht 1 bericht");
  }

  @Test
  void brokenAtOneThingGoesOnWithTheRest() {
    connected();
    handedOver();
    tracker.fault = Fault.BROKEN_AT_WRITING;
    exchange();
    assertThat(trouble()).isEmpty();
    for (int i = 0; i < 6; i++) {
      later();
    }
    var page = world.as(world.pieter()).page("/desk/undelivered");
    assertThat(page.text()).contains("Melding van Sanne de Vries", "zelf een storing");
    tracker.fault = null;
    send(page, "Beter zo");
    assertThat(tracker.only().body.path("Content").asString()).contains("Beter zo");
  }

  private void send(org.jsoup.nodes.Document page, String text) {
    var form = page.expectFirst("form[action$=/sending]").attr("action");
    assertThat(world.as(world.pieter()).post(form, "text", text)).hasStatus(303);
    exchange();
  }

  @Test
  void whatIsRefusedWaitsForTheDeskAndHoldsUpItsTicketAlone() {
    connected();
    tracker.fault = Fault.REFUSES_TICKETS;
    var question = handedOver();
    exchange();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    tracker.fault = null;
    var other = handedOver();
    exchange();

    assertThat(tracker.tickets()).hasSize(1);
    assertThat(other).isNotEqualTo(question);
    var page = world.as(world.pieter()).page("/desk/undelivered");
    assertThat(page.text())
        .contains("neemt dit niet aan", "Queue not set", "Er wacht nog 1 bericht");
    assertThat(page.expectFirst("textarea").wholeText()).contains(TEXT, TRIED);
    assertThat(admin().get("/desk/undelivered")).hasStatus(404);
    assertThat(admin().page("/admin/connections").text()).contains("1 bericht werd geweigerd");
    send(page, "Met andere woorden");
    assertThat(tracker.tickets()).hasSize(2);
    assertThat(tracker.tickets().getLast().body.path("Content").asString())
        .contains("Met andere woorden")
        .doesNotContain(TRIED);
    assertThat(tracker.tickets().getLast().comments()).hasSize(1);
  }

  @Test
  void whatIsDroppedNeverGoes() {
    connected();
    var question = handedOver();
    exchange();
    tracker.goes(tracker.only());
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    exchange();
    var pieter = world.as(world.pieter());
    var form =
        pieter.page("/desk/undelivered").expectFirst("form[action$=/removal]").attr("action");
    assertThat(pieter.post(form)).hasStatus(303);
    assertThat(pieter.post(form)).hasStatus(409);
    assertThat(letters()).isZero();
  }

  @Test
  void aStatusThatIsNotTakenIsNoted() {
    connected();
    var question = handedOver();
    exchange();
    tracker.becomes(tracker.only(), "resolved");
    later();
    tracker.fault = Fault.IGNORES_STATUS;
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(world.as(world.pieter()).page("/desk/undelivered").text())
        .contains("valid status for this ticket");
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
  }

  @Test
  void htmlIsReadAsText() {
    connected();
    var question = handedOver();
    exchange();
    tracker.correspond(
        tracker.only(),
        "pieter",
        "<div>Kijk bij <b>Stamgegevens</b><script>alert(1)</script><br>en dan &lt;Btw&gt;</div>");
    later();
    assertThat(conversation(question)).contains("Kijk bij Stamgegevens en dan <Btw>");
  }

  @Test
  void ourOwnWordsDoNotComeBackButAQuoteOfThemDoes() {
    connected();
    var question = handedOver();
    exchange();
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

  @Test
  void theTestSaysInWordsWhatIsWrong() {
    var id = connected("places", "Nova ERP = Onbekend");
    assertThat(Browser.html(admin().post("/admin/connections/" + id + "/test")).text())
        .contains("Servicedesk antwoordt (Request Tracker 5.0.3)", "geen rij \"Onbekend\"");
    sql.sql("update helpdesk.connection set address = 'http://127.0.0.1:1' where id = :id")
        .param("id", id)
        .update();
    assertThat(Browser.html(admin().post("/admin/connections/" + id + "/test")).text())
        .contains("Servicedesk werkt niet", "niet versleuteld");
  }

  @Test
  void theKeyIsKeptSealedAndShownNowhere() {
    var id = connected("key", "xk3wq8r5tjbnmy9ufdhc7");
    var row =
        sql.sql("select to_json(c)::text from helpdesk.connection c where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    assertThat(
            sql.sql("select string_agg(detail::text, ' ') from platform.audit")
                .query(String.class)
                .single())
        .doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    assertThat(admin().page("/admin/connections/" + id).html())
        .doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    admin().post("/admin/connections/" + id, fields("key", "", "name", "Anders"));
    assertThat(admin().page("/admin/connections").text()).contains("Anders");
    assertThat(
            sql.sql("select sealed_key from helpdesk.connection where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo(
            new tools.jackson.databind.json.JsonMapper()
                .readTree(row)
                .path("sealed_key")
                .asString());
  }

  @Test
  void whatCannotBeIsRefusedAndWhatWasTypedIsKept() {
    refused("address", "http://rt.example.org", "niet versleuteld");
    refused("address", "https://elders.example", "niet op de lijst");
    refused("address", "", "Geef het adres");
    refused("name", "", "een naam");
    refused("key", "", "Plak de sleutel");
    refused("key", "met spatie", "Plak de sleutel");
    refused("speaker", world.sanne().email(), "rol helpdesk");
    refused("speaker", "niemand@novum.example", "rol helpdesk");
    refused("place", "", "waar nieuwe meldingen");
    refused("places", "Onbekend = X", "geen systeem dat zo heet");
    refused("places", "Nova ERP", "links = rechts");
    refused("fields", "Iets = salaris", "niet invullen");
    refused("statuses", "open = misschien", "open, closed of returned");
    refused("statuses", "open = open", "ten minste één status");
    refused("people", "x".repeat(5_000), "te lang");
  }

  private void refused(String field, String value, String why) {
    var reply = admin().post("/admin/connections", fields(field, value));
    assertThat(reply).as(field + " " + value).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.select(".field-error").text()).as(field + " " + value).contains(why);
    assertThat(page.expectFirst("#name").val())
        .isEqualTo(field.equals("name") ? value : "Servicedesk");
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

    var bell = admin().page("/admin/connections/" + id).select("code").last();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Objects.requireNonNull(bell).text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    assertThat(ring(id, body, signature)).isEqualTo(204);
    assertThat(ring(id, body, signature)).isEqualTo(204);
    assertThat(ring(id + 1, body, signature)).isEqualTo(404);
    exchange();
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?");
  }

  private int ring(long connection, String body, String signature) {
    return world
        .api()
        .post()
        .uri("/connectors/" + connection + "/bell")
        .header("X-Hub-Signature-256", "sha256=" + signature)
        .contentType("application/json")
        .content(body)
        .exchange()
        .getResponse()
        .getStatus();
  }

  @Test
  void somebodyElsesQuestionIsElsewhereForNobody() {
    connected();
    var question = handedOver();
    exchange();
    assertThat(world.as(world.emma()).get(question + "/elsewhere")).hasStatus(404);
  }

  @Test
  void whoSpeaksForTheHelpdeskMustBeOfIt() {
    connected();
    var question = handedOver();
    exchange();
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
}
