package nl.steunpunt.issues.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a power user has to tell, and what becomes of it. */
@SteunpuntTest
class TellingTest {
  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @BeforeEach
  void nothingIsOwedBefore() {
    sql.sql("delete from notify.pending").update();
  }

  private Element card(Colleague who, long issue) {
    var card = world.as(who).page("/notices").selectFirst(".telling-card#issue-" + issue);
    assertThat(card).as(who.name()).isNotNull();
    return java.util.Objects.requireNonNull(card);
  }

  private boolean has(Colleague who, long issue) {
    return world.as(who).page("/notices").selectFirst(".telling-card#issue-" + issue) != null;
  }

  private void told(Colleague who, long issue) {
    assertThat(world.as(who).post("/notices/" + issue + "/receipt", "news", issues.news(issue)))
        .hasStatus(303);
  }

  @Test
  void aPowerUserReadsWhoIsHitAndWhatToTellThem() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.change(issue, "in_progress", "Zet het filter uit.");

    var card = card(world.fatima(), issue);
    assertThat(card.text())
        .contains(
            "Wordt aan gewerkt",
            IssueWorld.TITLE,
            "1 van je mensen heeft er last van",
            "Hier wordt aan gewerkt: “" + IssueWorld.TITLE + "”. Dit helpt: Zet het filter uit.");
    assertThat(card.select(".telling-names li").eachText()).containsExactly(world.sanne().name());
    assertThat(card.select("textarea[lang=en]").text()).startsWith("They are working on this");
    assertThat(card(world.liam(), issue).select(".telling-names li").eachText())
        .containsExactly(world.emma().name());
    assertThat(world.as(world.fatima()).page("/menu/counts").text())
        .contains("1 issue om over te vertellen");
    assertThat(world.as(world.fatima()).page("/notices/today").text()).contains("over 1 issue");
  }

  @Test
  void onlyPowerUsersHaveIt() {
    assertThat(world.as(world.sanne()).get("/notices")).hasStatus(404);
    assertThat(world.as(world.pieter()).get("/notices")).hasStatus(404);
    assertThat(world.as(world.marieke()).get("/notices/today")).hasStatus(404);
  }

  /** One for each way and quiet spell, whatever changes. */
  @Test
  void oneDigestAboutAllIssuesOfAQuietSpell() {
    var first = issues.issue(world.sanne());
    var second = issues.issue(world.sanne());
    issues.change(first, "confirmed", "");
    issues.change(second, "in_progress", "");
    issues.change(first, "fix_planned", "Druk F5");
    issues.afterTheQuietSpell();

    assertThat(issues.mails(world.fatima())).containsExactly("Nieuws over 2 issues voor je mensen");
    assertThat(issues.lastMail(world.fatima()))
        .contains("1 van je mensen", "een oplossing gepland", "Druk F5", "/notices#issue-" + first)
        .doesNotContain(world.sanne().name());
    assertThat(issues.mails(world.sanne())).as("her power user tells her").isEmpty();
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.fatima())).hasSize(1);
  }

  @Test
  void whoReadsThePageIsNotMailed() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    world.as(world.fatima()).page("/notices");
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.fatima())).isEmpty();
  }

  /** It shows what is new without being asked; whoever looks at it looks by opening it. */
  @Test
  void thePageReadsItselfAnewAndThatIsNoReader() {
    var issue = issues.issue(world.sanne());
    var part = world.as(world.fatima()).page("/notices").expectFirst("#telling");
    assertThat(part.attr("hx-trigger")).contains("live:notice from:body");
    issues.change(issue, "confirmed", "");
    assertThat(announced(world.fatima(), issue)).as("the open page is told").isEqualTo(1);
    var again = world.as(world.fatima()).page(part.attr("hx-get"));
    assertThat(again.select("#telling #issue-" + issue)).isNotEmpty();
    assertThat(again.select("#telling-count").text()).isEqualTo("1 issue om over te vertellen");
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.fatima())).hasSize(1);
  }

  private int announced(Colleague who, long issue) {
    return sql.sql(
            "select count(*) from platform.live_event where person_id = :who and kind = 'notice' and subject = :issue")
        .param("who", who.id())
        .param("issue", issue)
        .query(Integer.class)
        .single();
  }

  @Test
  void oneTapSaysThatTheyKnowAndTheProductTellsThemNothing() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    told(world.fatima(), issue);
    assertThat(has(world.fatima(), issue)).isFalse();
    assertThat(world.as(world.fatima()).page("/notices").select(".telling-told").text())
        .contains("Je vertelde het aan 1 van hen");
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).isEmpty();
    issues.change(issue, "in_progress", "");
    assertThat(has(world.fatima(), issue)).as("newer news").isTrue();
  }

  @Test
  void aSlipOfTheThumbIsTakenBack() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    told(world.fatima(), issue);
    var undone =
        world
            .as(world.fatima())
            .post("/notices/" + issue + "/receipt/undoing", "news", issues.news(issue));
    assertThat(undone).hasStatus(303);
    assertThat(has(world.fatima(), issue)).isTrue();
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).hasSize(1);
  }

  @Test
  void afterAWorkingDayTheProductTellsWhoWasNotTold() {
    var issue = issues.issue(world.sanne(), world.noor());
    issues.change(issue, "confirmed", "Druk F5");
    assertThat(card(world.fatima(), issue).select(".telling-names li"))
        .as("both are hers")
        .hasSize(2);
    var some =
        world
            .as(world.fatima())
            .post(
                "/notices/" + issue + "/receipt",
                "news",
                issues.news(issue),
                "part",
                "true",
                "person",
                world.noor().id().toString());
    assertThat(some).hasStatus(303);
    assertThat(card(world.fatima(), issue).text()).contains("1 weet het al");

    issues.twoWeeksLater();

    assertThat(issues.mails(world.sanne())).containsExactly("Bevestigd: " + IssueWorld.TITLE);
    assertThat(issues.mails(world.noor())).isEmpty();
    assertThat(has(world.fatima(), issue)).isFalse();
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).hasSize(1);
  }

  @Test
  void toldSomeNeedsSomebodyOfTheCard() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.change(issue, "confirmed", "");
    for (var person : List.of("", world.emma().id().toString(), "987654321")) {
      var reply =
          world
              .as(world.fatima())
              .postFrom(
                  "/notices",
                  "/notices/" + issue + "/receipt",
                  "news",
                  issues.news(issue),
                  "part",
                  "true",
                  "person",
                  person);
      assertThat(reply).as(person).hasStatus(422);
    }
    assertThat(issues.state(issue, world.emma())).isEqualTo("to_tell");
  }

  /** Who has no power user who is there, and whose name nobody may say. */
  @Test
  void whoHasNobodyToTellThemHearsFromTheProductAtOnce() {
    var issue = issues.issue(world.lotte(), world.emma());
    issues.away(world.liam());
    sql.sql("delete from network.constituency where person_id = :emma and rank > 0")
        .param("emma", world.emma().id())
        .update();
    issues.change(issue, "confirmed", "");
    issues.afterTheQuietSpell();
    for (var who : List.of(world.lotte(), world.emma())) {
      assertThat(issues.mails(who)).as(who.name()).hasSize(1);
    }
  }

  @Test
  void theSenderOfASignalIsNeverNamedAndHearsFromTheProduct() {
    world.as(world.sanne()).post("/signals", "system", world.nova().toString(), "text", "Traag");
    var signal = sql.sql("select max(id) from support.signal").query(Long.class).single();
    var path = world.report(world.fatima(), IssueWorld.TITLE, "signal", signal.toString());
    var issue = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    world.as(world.noor()).post(path + "/me-too");
    issues.change(issue, "confirmed", "");
    assertThat(card(world.fatima(), issue).text())
        .contains(world.noor().name(), "1 van je mensen heeft er last van")
        .as("of so few people she would be known by the number")
        .doesNotContain(world.sanne().name(), "weet het al");
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.sanne())).contains("Bevestigd: " + IssueWorld.TITLE);
    world.as(world.sanne()).post(path + "/me-too");
    issues.change(issue, "in_progress", "");
    assertThat(card(world.fatima(), issue).text())
        .as("now she says so herself")
        .contains(world.sanne().name());
  }

  @Test
  void aDeputySeesItWhileThePowerUserIsAwayAndNotBeforeOrAfter() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    assertThat(has(world.joost(), issue)).isFalse();
    issues.away(world.fatima());
    assertThat(card(world.joost(), issue).text()).contains("Je valt in", world.sanne().name());
    sql.sql("delete from network.absence where person_id = :fatima")
        .param("fatima", world.fatima().id())
        .update();
    assertThat(has(world.joost(), issue)).isFalse();
    assertThat(
            world
                .as(world.joost())
                .post("/notices/" + issue + "/receipt", "news", issues.news(issue)))
        .hasStatus(404);
  }

  @Test
  void theDeputyIsMailedWhenThePowerUserIsAway() {
    issues.away(world.fatima());
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.joost())).hasSize(1);
    assertThat(issues.mails(world.fatima())).isEmpty();
  }

  @Test
  void whoLeftHearsNothingAndIsNotNamed() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    world.as(world.sanne()).post("/issues/" + issue + "/leaving");
    assertThat(has(world.fatima(), issue)).isFalse();
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).isEmpty();
  }

  /** After the notices were made, and before constituencies were reckoned anew. */
  @Test
  void whoLeftTheOrganisationIsOnNobodysListAndIsMailedNothing() {
    var sanne = world.sanne();
    var issue = issues.issue(sanne);
    issues.change(issue, "confirmed", "");
    sql.sql("update people.person set active = false where id = :sanne")
        .param("sanne", sanne.id())
        .update();
    assertThat(has(world.fatima(), issue)).isFalse();
    assertThat(world.as(world.fatima()).page("/menu/counts").text()).doesNotContain("vertellen");
    issues.twoWeeksLater();
    assertThat(issues.mails(sanne)).isEmpty();
    assertThat(issues.mails(world.fatima())).as("nobody is left to tell").isEmpty();
  }

  @Test
  void whoReadsItThemselvesNeedNotBeTold() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    world.as(world.sanne()).page("/issues/" + issue);
    assertThat(has(world.fatima(), issue)).isFalse();
    var news = issues.news(issue);
    assertThat(world.as(world.fatima()).post("/notices/" + issue + "/receipt", "news", news))
        .as("a tap on a page from before")
        .hasStatus(303);
    assertThat(issues.state(issue, world.sanne())).isEqualTo("heard");
    var typed = "Bij filter op datum blijft hij leeg.";
    assertThat(
            world
                .as(world.fatima())
                .postFrom(
                    "/notices", "/notices/" + issue + "/dispute", "news", news, "text", typed))
        .hasStatus(409)
        .bodyText()
        .contains(typed);
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).isEmpty();
  }

  @Test
  void theySayItIsNotSoOpensTheIssueAgain() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.change(issue, "resolved", "");
    assertThat(card(world.fatima(), issue).text()).contains("Dit is opgelost");
    var said =
        world
            .as(world.fatima())
            .post(
                "/notices/" + issue + "/dispute",
                "news",
                issues.news(issue),
                "text",
                "Bij filter op datum blijft hij leeg.");
    assertThat(said).hasStatus(303);
    assertThat(world.as(world.lotte()).page("/issues/" + issue).text()).contains("Bevestigd");
    assertThat(has(world.fatima(), issue)).as("hers know it").isFalse();
    assertThat(issues.state(issue, world.sanne())).isEqualTo("disputed");
    assertThat(
            sql.sql("select text from issues.dispute where issue_id = :issue and people = 1")
                .param("issue", issue)
                .query(String.class)
                .single())
        .isEqualTo("Bij filter op datum blijft hij leeg.");
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).isEmpty();
    assertThat(issues.mails(world.emma())).hasSize(1);
  }

  @Test
  void whatTheySayNeedsWordsAndKeepsThem() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "resolved", "");
    for (var text : List.of(" ", "x".repeat(2001))) {
      var reply =
          world
              .as(world.fatima())
              .postFrom(
                  "/notices",
                  "/notices/" + issue + "/dispute",
                  "news",
                  issues.news(issue),
                  "text",
                  text);
      assertThat(reply).hasStatus(422);
      assertThat(Browser.html(reply).select("[role=alert]").text()).isNotBlank();
    }
    assertThat(has(world.fatima(), issue)).isTrue();
  }

  @Test
  void aTapOnOldNewsIsRefused() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    var old = issues.news(issue);
    issues.change(issue, "in_progress", "");
    assertThat(
            world
                .as(world.fatima())
                .postFrom("/notices", "/notices/" + issue + "/receipt", "news", old))
        .hasStatus(409);
    assertThat(issues.state(issue, world.sanne())).isEqualTo("to_tell");
  }

  @Test
  void ownWordsAreKeptUntilThereIsNewerNews() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    say(issue, "Ze zijn ermee bezig, meiden.", "They are at it.");
    assertThat(card(world.fatima(), issue).select(".telling-say > .answer-text").text())
        .isEqualTo("Ze zijn ermee bezig, meiden.");
    assertThat(english(issue)).isEqualTo("They are at it.");
    say(issue, "", "They are at it.");
    assertThat(card(world.fatima(), issue).select(".telling-say > .answer-text").text())
        .startsWith("De helpdesk ziet het ook");
    say(issue, "Nog even geduld.", "");
    issues.change(issue, "in_progress", "");
    assertThat(card(world.fatima(), issue).text()).doesNotContain("Nog even geduld.");
  }

  /** What a power user leaves as it was ready is not theirs: what the desk writes then is shown. */
  @Test
  void whatIsLeftAsItWasReadyFollowsTheDesk() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "confirmed", "");
    say(issue, "Ze zijn ermee bezig, meiden.", english(issue));
    world
        .as(world.pieter())
        .post("/issues/" + issue + "/telling", "news", issues.news(issue), "nl", "", "en", "Soon.");
    assertThat(english(issue)).isEqualTo("Soon.");
  }

  private String english(long issue) {
    return card(world.fatima(), issue).select("textarea[name=en]").text();
  }

  private void say(long issue, String nl, String en) {
    var reply =
        world
            .as(world.fatima())
            .post("/notices/" + issue + "/words", "news", issues.news(issue), "nl", nl, "en", en);
    assertThat(reply).hasStatus(303);
  }

  /** Nobody's cards, receipts, words or disputes about people of somebody else. */
  @Test
  void nothingOfSomebodyElsesPeople() {
    var issue = issues.issue(world.emma());
    issues.change(issue, "confirmed", "");
    assertThat(has(world.fatima(), issue)).isFalse();
    assertThat(world.as(world.fatima()).page("/menu/counts").text()).doesNotContain("vertellen");
    for (var verb : List.of("receipt", "receipt/undoing", "dispute", "words")) {
      assertThat(
              world
                  .as(world.fatima())
                  .post("/notices/" + issue + "/" + verb, "news", issues.news(issue), "text", "x"))
          .as(verb)
          .hasStatus(404);
    }
  }
}
