package nl.steunpunt.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.demo.SmallNovum;
import nl.steunpunt.network.Systems;
import nl.steunpunt.notify.chat.ChatDelivery;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.support.QuestionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Whatever happens on one node is so on the other, and one that leaves takes nothing along. */
class TwoNodesTest {
  private static final Path DATA = Path.of("target/test-data-nodes");
  private static final Pattern ATTACHMENT = Pattern.compile("/attachments/(\\d+)");
  private static final Pattern QUESTION = Pattern.compile("/questions/(\\d+)");

  private static final int CHANNELS = 12;

  private static RunningNode one;
  private static RunningNode two;
  private Person sanne;
  private Person fatima;

  @BeforeAll
  static void start() throws Exception {
    FileSystemUtils.deleteRecursively(DATA);
    one = RunningNode.first(DATA.resolve("one"));
    one.bean(SmallNovum.class).seed();
    two = RunningNode.beside(one, DATA.resolve("two"));
  }

  /**
   * Anew for each test: in the evening the next working minute is tomorrow's, and a sign-in ends.
   */
  @BeforeEach
  void signIn() throws Exception {
    // A node that learns of the other's clock after a sign-in, at a weekend, ends it by a jump of a
    // day.
    within(
        Duration.ofSeconds(5), () -> Duration.between(now(one), now(two)).abs().toMinutes() == 0);
    sanne = Person.signedIn(one, Cast.SANNE);
    fatima = Person.signedIn(two, Cast.FATIMA);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  @Test
  void aSignInIsGoodOnBothAndSoIsSigningOut() throws Exception {
    var guest = Person.signedIn(one, Cast.JOOST);
    assertThat(guest.get(two, "/").statusCode()).isEqualTo(200);
    guest.post(two, "/sign-out", "");
    assertThat(guest.get(one, "/").statusCode()).isBetween(300, 399);
  }

  @Test
  void whoSignsOutOnOneHearsNoMoreFromTheOther() throws Exception {
    var guest = Person.signedIn(one, Cast.JOOST);
    var screen = guest.stream(one);
    assertHeard(screen, "hello");
    guest.post(two, "/sign-out", "");
    assertHeard(screen, Person.OVER);
  }

  /** On the same browser: the page of before may still be there in another tab. */
  @Test
  void whoIsFollowedByAnotherOnTheirBrowserHearsNoMore() throws Exception {
    var guest = Person.signedIn(one, Cast.JOOST);
    var screens = List.of(guest.stream(one), guest.stream(two));
    for (var screen : screens) {
      assertHeard(screen, "hello");
    }
    var email = URLEncoder.encode(Cast.PIETER.email(), StandardCharsets.UTF_8);
    guest.post(one, "/demo/sign-in", "email=" + email);
    for (var screen : screens) {
      assertHeard(screen, Person.OVER);
    }
  }

  @Test
  void whatIsAskedOnOneIsOnAScreenOfTheOther() throws Exception {
    var screen = fatima.stream(two);
    var id = ask("Over de draad?");
    assertHeard(screen, "\"subject\":" + id);
    assertThat(fatima.get(two, "/questions/" + id).body()).contains("Over de draad?");
  }

  @Test
  void whoHasAScreenOnOneIsThereForTheOther() throws Exception {
    fatima.stream(two);
    var id = ask("Ben je er?");
    assertThat(
            one.bean(JdbcClient.class)
                .sql("select string_agg(reasons, ' ') from support.step where question_id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .contains("primary")
        .contains("present");
  }

  @Test
  void aFileGoesToOneAndComesFromTheOther() throws Exception {
    var id = ask("Zie bijlage");
    var uploaded =
        sanne.upload(one, "/questions/" + id + "/attachments", "lijst.txt", "regel een\n");
    var file = ATTACHMENT.matcher(uploaded.body());
    assertThat(file.find()).as(uploaded.body()).isTrue();
    assertThat(sanne.get(two, "/questions/" + id + file.group()).body()).contains("regel een");
  }

  /** Both look each second, and what is due is done once. */
  @Test
  void aTimerFiresOnce() throws Exception {
    var id = ask("Blijft het stil?");
    pass(one, 31);
    within(Duration.ofSeconds(10), () -> steps(id, "silent") > 0);
    // Each node has looked again since.
    Thread.sleep(2_500);
    assertThat(steps(id, "silent")).isEqualTo(1);
  }

  /** Each wants to make it as soon as it is time. */
  @Test
  void theMailOfTheMorningIsMadeOnce() throws Exception {
    ask("Wie ziet mij morgen?");
    fatima.post(one, "/account/notices", "wanted=question_for_me-digest");
    var calendar = one.bean(OrganisationCalendar.class).current();
    var morning = now(one).atZone(calendar.zone()).toLocalDate().plusDays(1);
    while (!calendar.isWorkingDay(morning)) {
      morning = morning.plusDays(1);
    }
    var due = morning.atTime(8, 30).atZone(calendar.zone()).toInstant();
    one.bean(OrganisationClock.class).advance(Duration.between(now(one), due));
    within(Duration.ofSeconds(10), () -> mornings() > 0);
    // Each node has looked again since.
    Thread.sleep(2_500);
    assertThat(mornings()).isEqualTo(1);
  }

  private static long mornings() {
    return two.bean(JdbcClient.class)
        .sql("select count(*) from platform.mail where recipient = :to and subject like '%op je'")
        .param("to", Cast.FATIMA.email())
        .query(Long.class)
        .single();
  }

  /** Both look at the same moment, and each channel is written to by one. */
  @Test
  void aChatChannelIsToldOnce() throws Exception {
    try (var chat =
        AnsweringServer.plain((got, out) -> {
          Thread.sleep(50);
          AnsweringServer.says("200 OK", "ok").answer(got, out);
        })) {
      var server = "http://127.0.0.1:" + chat.port();
      one.bean(Settings.class)
          .put(
              OutgoingSettings.SETTING,
              new OutgoingSettings(List.of(server), List.of("127.0.0.1")));
      var willemijn = Person.signedIn(one, Cast.WILLEMIJN);
      for (int i = 0; i < CHANNELS; i++) {
        willemijn.post(
            one,
            "/admin/chat-channels",
            "name=Kanaal&kind=MATTERMOST&language=nl&events=issue_reported&address="
                + URLEncoder.encode(server + "/hooks/" + i, StandardCharsets.UTF_8));
      }
      Thread.sleep(2_500);
      var system = one.bean(Systems.class).byKey("erp").orElseThrow().id();
      Person.signedIn(two, Cast.PIETER)
          .post(two, "/issues", "system=" + system + "&title=Twee+knopen&description=x");
      one.bean(ChatDelivery.class).begin();
      two.bean(ChatDelivery.class).begin();
      within(Duration.ofSeconds(20), () -> chat.got().size() >= CHANNELS);
      Thread.sleep(1_000);
      assertThat(chat.got())
          .extracting(AnsweringServer.Got::line)
          .hasSize(CHANNELS)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void oneLeavesAndTheOtherCarriesOnWithinFiveSeconds() throws Exception {
    var third = RunningNode.beside(one, DATA.resolve("three"));
    var guest = Person.signedIn(third, Cast.FATIMA);
    var screen = guest.stream(third);
    assertHeard(screen, "hello");
    var id = ask("Wie doet dit als jij weggaat?");

    var left = System.nanoTime();
    third.close();

    assertThat(guest.get(two, "/questions/" + id).statusCode()).isEqualTo(200);
    assertHeard(guest.stream(two), "hello");
    pass(two, 31);
    within(
        Duration.ofSeconds(5).minusNanos(System.nanoTime() - left), () -> steps(id, "silent") == 1);
  }

  /** So many working minutes, from the next working moment on; every node knows within a second. */
  private static void pass(RunningNode node, int minutes) {
    var now = now(node);
    var then = node.bean(OrganisationCalendar.class).current().plusWorkingMinutes(now, minutes);
    node.bean(OrganisationClock.class).advance(Duration.between(now, then));
  }

  private static Instant now(RunningNode node) {
    return node.bean(Clock.class).instant();
  }

  private long ask(String text) throws Exception {
    var system = one.bean(Systems.class).byKey("erp").orElseThrow().id();
    var answer =
        sanne.post(
            one,
            "/questions",
            "system=" + system + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    var question = QUESTION.matcher(answer.headers().firstValue("Location").orElse(answer.body()));
    assertThat(question.find()).as(answer.body()).isTrue();
    return Long.parseLong(question.group(1));
  }

  private static long steps(long question, String kind) {
    return two.bean(JdbcClient.class)
        .sql("select count(*) from support.step where question_id = :id and kind = :kind")
        .param("id", new QuestionId(question))
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  private static void assertHeard(BlockingQueue<String> screen, String word) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (true) {
      var line = screen.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(line).as("waiting for " + word).isNotNull();
      if (line != null && line.contains(word)) {
        return;
      }
    }
  }

  private static void within(Duration time, Callable<Boolean> condition) throws Exception {
    var deadline = System.nanoTime() + time.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited " + time).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
