package nl.steunpunt.notify.chat;

import static nl.steunpunt.platform.outgoing.AnsweringServer.hangs;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.AnsweringServer.Answering;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.FilledIn;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the administrator's form to what a chat server gets, and what becomes of it. */
@SteunpuntTest
class ChatChannelTest {
  private static final String SECRET = "xk3wq8r5tjbnmy9ufdhc7zsgpe";
  private static final JsonMapper JSON = new JsonMapper();

  record State(
      @Nullable Instant deliveredAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      @Nullable String detail,
      Instant tryAt,
      int attempts,
      int lost) {}

  @Autowired World world;
  @Autowired ChatDelivery delivery;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private AnsweringServer chat;

  @BeforeEach
  void open() throws IOException {
    chat = AnsweringServer.plain(says("200 OK", "ok"));
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(
            List.of("http://127.0.0.1:" + chat.port(), "chat.example.org"), List.of("127.0.0.1")));
  }

  @AfterEach
  void close() throws IOException {
    chat.close();
  }

  private Browser admin() {
    return world.as(world.willemijn());
  }

  private String address() {
    return "http://127.0.0.1:" + chat.port() + "/hooks/" + SECRET;
  }

  /** Fields that are not named are as usual. */
  private long channel(String... fields) {
    var all =
        new ArrayList<>(
            List.of(
                "name", "Kanaal", "kind", "MATTERMOST", "address", address(), "language", "nl"));
    if (!List.of(fields).contains("events")) {
      for (var event : List.of("question_at_desk", "issue_reported", "issue_changed")) {
        all.addAll(List.of("events", event));
      }
    }
    assertThat(admin().post("/admin/chat-channels", FilledIn.with(all, fields))).hasStatus(303);
    return sql.sql("select max(id) from notify.chat_channel").query(Long.class).single();
  }

  private State state(long channel) {
    return sql.sql(
            """
            select delivered_at, failing_since, trouble, detail, try_at, attempts, lost
              from notify.chat_channel where id = :id
            """)
        .param("id", channel)
        .query(State.class)
        .single();
  }

  private long owed() {
    return sql.sql("select count(*) from notify.chat_news").query(Long.class).single();
  }

  private void deliver() {
    while (delivery.makeSome() > 0) {
      Thread.onSpinWait();
    }
  }

  private void makeDue() {
    sql.sql("update notify.chat_channel set try_at = :now")
        .param("now", clock.instant().minusSeconds(1))
        .update();
  }

  private String ask(Colleague asker, String text, String... more) {
    var fields = new ArrayList<>(List.of("system", world.nova().toString(), "text", text));
    fields.addAll(List.of(more));
    var reply = world.as(asker).post("/questions", fields.toArray(String[]::new));
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String toTheDesk(String text, String... more) {
    var question = ask(world.sanne(), text, more);
    var handed = world.as(world.fatima()).post(question + "/handover", "tried", "Opnieuw ingelogd");
    assertThat(handed).hasStatus(303);
    return question;
  }

  private JsonNode said(int which) {
    return JSON.readTree(chat.got().get(which).body());
  }

  private String text() {
    assertThat(chat.got()).isNotEmpty();
    return said(chat.got().size() - 1).path("text").asString().replace("\u200b", "");
  }

  @Test
  void theAddressIsKeptSealedAndShownNowhere() {
    var id = channel();
    var row =
        sql.sql("select to_json(c)::text from notify.chat_channel c where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(SECRET, "/hooks/");
    assertThat(
            sql.sql("select string_agg(detail::text, ' ') from platform.audit")
                .query(String.class)
                .single())
        .doesNotContain(SECRET);
    var list = admin().page("/admin/chat-channels");
    assertThat(list.html()).doesNotContain(SECRET);
    assertThat(list.text()).contains("http://127.0.0.1:" + chat.port() + "/…gpe");
    assertThat(admin().page("/admin/chat-channels/" + id).html()).doesNotContain(SECRET);
    assertThat(admin().page("/admin/audit?kind=SETTINGS").text())
        .contains("Chatkanaal toegevoegd", "Kanaal");
  }

  @Test
  void anAddressThatIsLeftEmptyStays() {
    var id = channel();
    admin()
        .post(
            "/admin/chat-channels/" + id,
            "name",
            "Anders",
            "kind",
            "MATTERMOST",
            "address",
            "",
            "language",
            "en",
            "events",
            "issue_reported");
    assertThat(admin().page("/admin/chat-channels").text()).contains("Anders", "Engels");
    assertThat(admin().page("/admin/audit?kind=SETTINGS").text())
        .contains("Chatkanaal gewijzigd", "Anders");
    admin().post("/admin/chat-channels/" + id + "/test");
    assertThat(chat.got().getFirst().line()).contains(SECRET);
  }

  @Test
  void whatCannotBeIsRefusedAndWhatWasTypedIsKept() {
    refused("address", "http://chat.example.org/hooks/a", "niet versleuteld");
    refused("address", "https://elders.example/hooks/a", "niet op de lijst");
    refused("address", "https://chat.example.org:22/hooks/a", "niet op de lijst");
    refused("address", "https://x:y@chat.example.org/hooks/a", "wachtwoord");
    refused("address", "https://2130706433/hooks", "geen adres");
    refused("address", "javascript:alert(1)", "geen adres");
    refused("address", "", "Plak het adres");
    refused("name", "", "een naam");
    refused("name", "x".repeat(61), "een naam");
    refused("events", "", "Kies wat");
    refused("events", "everything", "Kies wat");
    refused("department", "999999999", "Dit is er niet meer");
    refused("system", "999999999", "Dit is er niet meer");
    assertThat(sql.sql("select count(*) from notify.chat_channel").query(Long.class).single())
        .isZero();
  }

  private void refused(String field, String value, String why) {
    var usual =
        List.of(
            "name",
            "Kanaal",
            "address",
            "https://chat.example.org/hooks/a",
            "events",
            "issue_reported");
    var reply = admin().post("/admin/chat-channels", FilledIn.with(usual, field, value));
    assertThat(reply).as(field + " " + value).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.select(".field-error").text()).as(field + " " + value).contains(why);
    if (field.equals("address")) {
      assertThat(page.expectFirst("#address").attr("value")).isEqualTo(value);
    }
  }

  @Test
  void mattermostGetsText() {
    channel();
    var question = toTheDesk("De maand sluit niet en Jansen is boos");
    deliver();

    assertThat(chat.got()).hasSize(1);
    assertThat(chat.got().getFirst().header("content-type"))
        .isEqualTo("application/json; charset=utf-8");
    assertThat(text())
        .startsWith("Er wacht een vraag over Nova ERP bij de helpdesk.")
        .contains("[Openen](", question + ")");
    assertThat(owed()).isZero();
  }

  /** Who reads the channel is not known: no words of the question, no names. */
  @Test
  void aChannelLearnsNothingOfWhatWasAskedOrByWhom() {
    channel();
    channel("kind", "TEAMS", "name", "Team");
    toTheDesk("De maand sluit niet en Jansen is boos");
    deliver();
    assertThat(chat.got()).hasSize(2);
    for (var got : chat.got()) {
      assertThat(got.body())
          .doesNotContain("maand", "Jansen", "Sanne", "Vries", "Fatima", "Crediteuren", "ingelogd");
    }
  }

  @Test
  void teamsGetsAnAdaptiveCard() {
    channel("kind", "TEAMS", "language", "en");
    var question = toTheDesk("De maand sluit niet", "stuck", "true");
    deliver();

    var message = said(0);
    assertThat(message.path("type").asString()).isEqualTo("message");
    var attachment = message.path("attachments").path(0);
    assertThat(attachment.path("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    var card = attachment.path("content");
    assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
    assertThat(card.path("version").asString()).isEqualTo("1.4");
    var block = card.path("body").path(0);
    assertThat(block.path("type").asString()).isEqualTo("RichTextBlock");
    assertThat(block.path("inlines").path(0).path("text").asString())
        .isEqualTo("A question about Nova ERP waits at the helpdesk. Somebody cannot go on. ");
    var link = block.path("inlines").path(1).path("selectAction");
    assertThat(link.path("type").asString()).isEqualTo("Action.OpenUrl");
    assertThat(link.path("url").asString()).endsWith(question);
  }

  /** That old kind of webhook says 200 and means no. */
  @Test
  void teamsThatSaysNoInWordsHasNotTakenIt() {
    var id = channel("kind", "TEAMS");
    toTheDesk("De maand sluit niet");
    chat.answer(says("200 OK", "Webhook message delivery failed with error: HTTP 429"));
    deliver();
    assertThat(state(id).failingSince()).isNotNull();
    assertThat(owed()).isEqualTo(1);
  }

  @Test
  void whatWaitsNoMoreIsNotTold() {
    channel();
    var question = toTheDesk("De maand sluit niet");
    world.as(world.pieter()).post("/desk" + question + "/taking");
    deliver();
    assertThat(chat.got()).isEmpty();
    assertThat(owed()).isZero();
  }

  /** Who took the call knows it. */
  @Test
  void theDeskIsNotToldOfItsOwnCalls() {
    channel();
    var call =
        world
            .as(world.pieter())
            .post(
                "/desk/caller",
                "person",
                world.sanne().id().toString(),
                "text",
                "Belt over de maand",
                "way",
                "desk",
                "about",
                world.nova().toString());
    assertThat(call).hasStatus(303);
    assertThat(
            sql.sql("select count(*) from support.question where origin = 'desk_first'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(owed()).isZero();
  }

  private String report(String title) {
    var reply =
        world
            .as(world.pieter())
            .post("/issues", "system", world.nova().toString(), "title", title, "description", "x");
    assertThat(reply).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  @Test
  void issuesAreToldWithTitleAndStatusAndNobodyIsCalled() {
    channel();
    var issue = report("@channel *Let op* [klik](https://boef.example) de btw");
    deliver();
    var raw = said(0).path("text").asString();
    assertThat(raw)
        .startsWith("Nieuw issue bij Nova ERP")
        .doesNotContain("@channel", "*Let op*", "[klik](", "https://boef")
        .contains("de btw", issue);
    world
        .as(world.pieter())
        .post(
            issue,
            "title",
            "De btw",
            "description",
            "x",
            "status",
            "in_progress",
            "workaround",
            "Via het menu");
    deliver();
    assertThat(text())
        .contains("Issue bij Nova ERP", "De btw", "Wordt aan gewerkt", "Er is een omweg");
  }

  @Test
  void oneMessageSaysAllThatIsOwed() {
    channel();
    report("De eerste");
    report("De tweede");
    toTheDesk("En een vraag");
    deliver();
    assertThat(chat.got()).hasSize(1);
    assertThat(text().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("* "))
        .anyMatch(line -> line.contains("De eerste"))
        .anyMatch(line -> line.contains("De tweede"));
  }

  @Test
  void aLongListGoesInPieces() {
    channel();
    for (int i = 0; i < ChatChannels.MOST_LINES + 1; i++) {
      report("Nummer " + i);
    }
    deliver();
    assertThat(chat.got()).hasSize(2);
    assertThat(owed()).isZero();
  }

  @Test
  void aChannelHearsOnlyWhatItIsAbout() {
    var finance = number("people.pub_department", "Finance");
    var sales = number("people.pub_department", "Verkoop");
    channel("name", "Finance", "department", finance, "events", "question_at_desk");
    channel("name", "Verkoop", "department", sales, "events", "question_at_desk");
    channel("name", "Issues", "events", "issue_reported");
    toTheDesk("Sanne werkt bij Finance");
    assertThat(names()).containsExactly("Finance");
    sql.sql("delete from notify.chat_news").update();
    report("Iets");
    assertThat(names()).containsExactly("Issues");
  }

  private String number(String view, String name) {
    return sql.sql(
            "select id from "
                + view
                + " where depth = 0 and name = :name union all select id from "
                + view
                + " where name = :name limit 1")
        .param("name", name)
        .query(Long.class)
        .single()
        .toString();
  }

  private List<String> names() {
    return sql.sql(
            "select c.name from notify.chat_news n join notify.chat_channel c on c.id = n.channel_id order by 1")
        .query(String.class)
        .list();
  }

  private State after(Answering answering) {
    sql.sql("delete from notify.chat_channel").update();
    var id = channel();
    toTheDesk("De maand sluit niet");
    chat.answer(answering);
    deliver();
    return state(id);
  }

  @Test
  void whatIsNotTakenIsKeptWithTheReason() {
    assertFailing(
        after(says("400 Bad Request", "{\"message\":\"No text\"}")),
        "chat.trouble.refused",
        "400 {\"message\":\"No text\"}");
    assertFailing(after(says("401 Unauthorized", "")), "chat.trouble.refused", "401");
    assertFailing(after(says("404 Not Found", "")), "chat.trouble.gone", "404");
    assertFailing(after(says("410 Gone", "")), "chat.trouble.gone", "410");
    assertFailing(
        after(says("500 Oops", "x".repeat(5_000))),
        "chat.trouble.broken",
        "500 " + "x".repeat(200) + "…");
    assertFailing(
        after(says("302 Found", "", "Location: http://127.0.0.1:" + chat.port() + "/elsewhere")),
        "chat.trouble.elsewhere",
        "302");
    assertFailing(
        after((request, out) -> out.write(new byte[] {1, 2, 3, '\n'})),
        "outgoing.trouble.nonsense",
        "");
  }

  private void assertFailing(State state, String trouble, String detail) {
    assertThat(state.trouble()).isEqualTo(trouble);
    assertThat(state.detail()).isEqualTo(detail);
    assertThat(state.failingSince()).isNotNull();
    assertThat(state.deliveredAt()).isNull();
    assertThat(state.attempts()).isEqualTo(1);
    assertThat(owed()).isEqualTo(1);
    assertThat(Duration.between(clock.instant(), state.tryAt()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    chat.answer(says("200 OK", "ok"));
    var before = chat.got().size();
    deliver();
    assertThat(chat.got()).as("not before its time").hasSize(before);
    makeDue();
    deliver();
    assertThat(chat.got()).hasSize(before + 1);
    assertThat(owed()).isZero();
  }

  @Test
  void aServerThatHangsIsLeftAfterTenSeconds() {
    var state = after(hangs());
    assertFailing(state, "outgoing.trouble.slow", "");
  }

  @Test
  void aServerThatAsksForTimeGetsIt() {
    var soon = after(says("429 Too Many Requests", "", "Retry-After: 5"));
    assertThat(wait(soon)).as("never sooner than the pause").isBetween(20L, 30L);
    assertThat(wait(after(says("429 Too Many Requests", "", "Retry-After: 600"))))
        .isBetween(590L, 600L);
    assertThat(wait(after(says("503 Later", "", "Retry-After: 86400"))))
        .as("an hour at most")
        .isBetween(3_590L, 3_600L);
  }

  private long wait(State state) {
    return Duration.between(clock.instant(), state.tryAt()).toSeconds();
  }

  @Test
  void itIsTriedLessAndLessOftenAndComesBackByItself() {
    var id = channel();
    toTheDesk("De maand sluit niet");
    chat.answer(says("500 Oops", ""));
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 9; i++) {
      makeDue();
      deliver();
      waits.add((wait(state(id)) + 5) / 10 * 10);
    }
    assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
    chat.answer(says("200 OK", "ok"));
    makeDue();
    deliver();
    var well = state(id);
    assertThat(well.failingSince()).isNull();
    assertThat(well.attempts()).isZero();
    assertThat(well.deliveredAt()).isNotNull();
  }

  @Test
  void afterADayItIsGivenUpAndTheAdministratorReadsSo() {
    var id = channel("name", "Balie");
    toTheDesk("De maand sluit niet");
    chat.answer(says("404 Not Found", "geen webhook"));
    deliver();
    var fresh = admin().page("/admin/chat-channels");
    assertThat(fresh.select(".alert-danger").text())
        .contains("Lukt niet sinds", "bestaat niet meer", "404 geen webhook", "Eén bericht wacht");
    assertThat(admin().page("/admin").text())
        .as("not for a hiccup")
        .doesNotContain("Een chatkanaal krijgt");
    sql.sql("update notify.chat_channel set failing_since = failing_since - interval '25 hours'")
        .update();
    assertThat(admin().page("/admin").text()).contains("Een chatkanaal krijgt zijn berichten niet");
    sql.sql("update notify.chat_news set happened_at = happened_at - interval '25 hours'").update();
    makeDue();
    deliver();
    assertThat(owed()).isZero();
    assertThat(state(id).lost()).isEqualTo(1);
    assertThat(admin().page("/admin/chat-channels").text())
        .contains("Eén bericht is na een dag proberen opgegeven");
  }

  @Test
  void aTestSaysAtOnceHowItWent() {
    var id = channel("name", "Balie");
    assertThat(admin().post("/admin/chat-channels/" + id + "/test")).hasStatus(303);
    assertThat(text()).contains("Dit is een proef van");
    assertThat(state(id).deliveredAt()).isNotNull();
    chat.answer(says("404 Not Found", "weg"));
    var reply = admin().post("/admin/chat-channels/" + id + "/test");
    assertThat(reply).hasStatusOk();
    assertThat(Browser.html(reply).select("[role=alert]").text())
        .contains("niet in “Balie” aangekomen", "bestaat niet meer", "404 weg");
    assertThat(reply.getResponse().toString()).doesNotContain(SECRET);
  }

  /** As many a server does by itself. */
  @Test
  void aServerThatRepeatsTheAddressIsNotShownWithIt() {
    channel();
    toTheDesk("De maand sluit niet");
    chat.answer(says("404 Not Found", "Cannot POST /hooks/" + SECRET + " (" + SECRET + ")"));
    deliver();
    assertThat(admin().page("/admin/chat-channels").html()).doesNotContain(SECRET);
    assertThat(sql.sql("select detail from notify.chat_channel").query(String.class).single())
        .isEqualTo("404 Cannot POST /hooks/… (…)");
  }

  @Test
  void whatIsOffHearsNothingAlsoLater() {
    var id = channel();
    toTheDesk("Nog een");
    admin().post("/admin/chat-channels/" + id + "/activity", "active", "false");
    assertThat(owed()).isZero();
    toTheDesk("De maand sluit niet");
    assertThat(owed()).isZero();
    admin().post("/admin/chat-channels/" + id + "/activity", "active", "true");
    deliver();
    assertThat(chat.got()).isEmpty();
    toTheDesk("Weer een");
    admin().post("/admin/chat-channels/" + id + "/removal");
    assertThat(owed()).isZero();
    assertThat(admin().get("/admin/chat-channels/" + id)).hasStatus(404);
    assertThat(admin().page("/admin/audit?kind=SETTINGS").text())
        .contains("Chatkanaal uitgezet", "Chatkanaal aangezet", "Chatkanaal weggehaald");
  }

  /** A node that dies after sending leaves it to be sent again, when its lease is over. */
  @Test
  void isSentAtLeastOnceAndNotTwiceAtTheSameTime(@Autowired ChatChannels channels) {
    channel();
    toTheDesk("De maand sluit niet");
    assertThat(channels.claim()).isPresent();
    deliver();
    assertThat(chat.got()).as("leased to who died").isEmpty();
    makeDue();
    deliver();
    assertThat(chat.got()).hasSize(1);
  }

  /** What happens while it is under way is told after it. */
  @Test
  void whatHappensMeanwhileStaysOwed(@Autowired ChatChannels channels) {
    channel();
    var issue = report("De btw");
    var claimed = channels.claim().orElseThrow();
    var owed = channels.owed(claimed.id());
    sql.sql("update notify.chat_news set happened_at = happened_at + interval '1 second'").update();
    channels.delivered(claimed.id(), owed);
    assertThat(owed()).isEqualTo(1);
    assertThat(issue).isNotEmpty();
  }

  @Test
  void anAddressSealedWithAnotherKeyIsSaidAndKept() {
    var id = channel();
    sql.sql(
            "update notify.chat_channel set sealed_address = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'")
        .update();
    toTheDesk("De maand sluit niet");
    deliver();
    assertThat(state(id).trouble()).isEqualTo("chat.trouble.key");
    assertThat(owed()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNoLongerAllowedGetsNothing() {
    var id = channel();
    settings.put(OutgoingSettings.SETTING, new OutgoingSettings(List.of(), List.of()));
    toTheDesk("De maand sluit niet");
    deliver();
    assertThat(chat.got()).isEmpty();
    assertThat(state(id).trouble()).isEqualTo("outgoing.trouble.plain");
  }
}
