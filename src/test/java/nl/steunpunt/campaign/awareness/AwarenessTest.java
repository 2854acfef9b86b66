package nl.steunpunt.campaign.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Do you know who your power user is?": asked once, answered without a name, shown from five. */
@SteunpuntTest
class AwarenessTest {
  @Autowired World world;
  @Autowired AwarenessAsking asking;
  @Autowired QuestionLinks links;
  @Autowired AwarenessClosing closing;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @BeforeEach
  void aCampaignGoesOn() {
    world
        .as(world.marieke())
        .post("/network/campaign", "system", world.nova().toString(), "liveOn", "2027-01-11");
    sql.sql("delete from campaign.awareness_open").update();
    sql.sql("delete from campaign.awareness_asked").update();
  }

  /** As the start page asks for it. */
  private Document card(Colleague who) {
    return Browser.html(world.as(who).postForPart("/awareness/card"));
  }

  private String asked(Colleague who) {
    return card(who).select("form").attr("action");
  }

  private int count(String from) {
    return sql.sql("select count(*) from " + from).query(Integer.class).single();
  }

  private long department(Colleague of) {
    return sql.sql("select department_id from people.person where id = :id")
        .param("id", of.id())
        .query(Long.class)
        .single();
  }

  /** As so many from this department would. */
  private void answers(long department, Word word, int many) {
    var quarter = Question.quarter(LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE));
    for (var n = 0; n < many; n++) {
      assertThat(
              asking.answer(
                  new Question(world.nova(), department, quarter, UUID.randomUUID()), word))
          .isTrue();
    }
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  @Test
  void eachIsAskedOnceAQuarter() {
    var card = card(world.sanne());
    assertThat(card.select("h2").text()).isEqualTo("Weet je wie jouw power user voor Nova ERP is?");
    assertThat(card.select("button").eachText()).containsExactly("Ja", "Ik denk het", "Nee");
    assertThat(card(world.sanne()).select("form")).isEmpty();
    assertThat(asked(world.emma())).isNotEmpty();
  }

  @Test
  void aPowerUserIsNotAskedAboutTheirOwnSystem() {
    assertThat(asked(world.fatima())).isEmpty();
    assertThat(count("campaign.awareness_asked")).isZero();
  }

  @Test
  void withoutASystemTheFirstIsShown() {
    var marieke = world.as(world.marieke());
    var page = marieke.page("/network/campaign/awareness");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Wie kent de power user");
    assertThat(page.select("a[href=/network/campaign?system=" + world.nova() + "]")).isNotEmpty();
    assertThat(marieke.get("/network/campaign/awareness?system=987654321")).hasStatus(404);

    sql.sql("update network.system set active = false").update();
    assertThat(marieke.get("/network/campaign/awareness")).hasStatus(303);
    assertThat(marieke.get("/network/campaign/awareness?system=" + world.nova())).hasStatus(200);
  }

  /** Lotte works where nobody helps yet. */
  @Test
  void whoHasNoPowerUserIsNotAsked() {
    assertThat(asked(world.lotte())).isEmpty();
  }

  @Test
  void withoutACampaignNobodyIsAsked() {
    sql.sql("update campaign.campaign set ended_at = begun_at").update();
    assertThat(asked(world.sanne())).isEmpty();
  }

  @Test
  void afterNoTheAnswerIsThereAtOnce() {
    var link = asked(world.sanne());
    var reply = world.as(world.sanne()).post(link, "word", "no");
    assertThat(reply).hasStatus(303);
    assertThat(reply.getResponse().getRedirectedUrl())
        .isEqualTo("/who-helps?system=" + world.nova());
    assertThat(world.as(world.sanne()).page("/who-helps?system=" + world.nova()).text())
        .contains("Fatima El Idrissi");
  }

  @Test
  void byTheLinkOfAMailTheAnswerIsOneStepAwayAndNotPromisedWhereItIsNot() {
    var link = asked(world.sanne());
    var reply = world.stranger().post(link, "word", "no");
    assertThat(reply).hasStatus(200);
    var page = Browser.html(reply);
    assertThat(page.text()).contains("Sign in and you see at once who helps you");
    assertThat(page.select("main a.btn").attr("href"))
        .isEqualTo("/who-helps?system=" + world.nova());
  }

  /** By its version or its place a row would say which word was said last. */
  @Test
  void noCounterSaysWhichAnswerCameLast() {
    answers(department(world.sanne()), Word.YES, 2);
    answers(department(world.emma()), Word.THINK, 1);
    answers(department(world.sanne()), Word.NO, 1);
    answers(department(world.sanne()), Word.YES, 1);
    assertThat(
            count("(select distinct xmin::text, cmin::text from campaign.awareness_open) written"))
        .isOne();
    assertThat(count("campaign.awareness_open")).isEqualTo(3);
    var placed =
        sql.sql("select department_id || word from campaign.awareness_open order by ctid")
            .query(String.class)
            .list();
    assertThat(
            sql.sql(
                    "select department_id || word from campaign.awareness_open order by department_id, word")
                .query(String.class)
                .list())
        .isEqualTo(placed);
    assertThat(
            sql.sql("select answers from campaign.awareness_open where word = 'yes'")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void aTrialIsNoAnswer() {
    var link = "/awareness/" + asking.trial(world.nova());
    assertThat(world.stranger().page(link).text()).contains("This is a trial");
    assertThat(world.stranger().post(link, "word", "yes")).hasStatus(409);
    assertThat(count("campaign.awareness_open")).isZero();
  }

  /** Not even when nobody answered. */
  @Test
  void whoWasAskedIsForgottenWithTheQuarter() {
    asked(world.sanne());
    closing.fireDue(clock.instant().plus(Duration.ofDays(100)));
    assertThat(count("campaign.awareness_asked")).isZero();
  }

  @Test
  void whoHasNoDepartmentCountsWithTheRest() {
    answers(Groups.TOP, Word.THINK, 3);
    answers(department(world.emma()), Word.YES, 3);
    closing.fireDue(clock.instant().plus(Duration.ofDays(8)));
    var shown =
        world.as(world.marieke()).page("/network/campaign/awareness?system=" + world.nova());
    assertThat(shown.select("ul.awareness-charts h2").eachText())
        .containsExactly("De rest van de organisatie");
  }

  /** "All of them said no" would say it of each. */
  @Test
  void noShareSaysWhatEachOfThemSaid() {
    var week = LocalDate.of(2026, 11, 30);
    assertThat(AwarenessScreens.point(week, 0, 5).share()).isEqualTo(20);
    assertThat(AwarenessScreens.point(week, 1, 5).share()).isEqualTo(20);
    assertThat(AwarenessScreens.point(week, 9, 9).share()).isEqualTo(80);
    assertThat(AwarenessScreens.point(week, 0, 40).share()).isEqualTo(10);
    assertThat(AwarenessScreens.point(week, 40, 40).share()).isEqualTo(90);
    assertThat(AwarenessScreens.point(week, 21, 40).share()).isEqualTo(50);
  }

  @Test
  void whoeverHasTheLinkAnswersOnce() {
    var link = asked(world.sanne());
    assertThat(world.stranger().page(link).select("button[name=word]")).hasSize(3);
    assertThat(world.stranger().post(link, "word", "misschien")).hasStatus(422);
    var thanks = world.stranger().post(link, "word", "yes");
    assertThat(thanks).hasStatus(200);
    assertThat(Browser.html(thanks).text()).contains("Your answer counts");
    assertThat(world.stranger().post(link, "word", "no")).hasStatus(409);
    assertThat(world.stranger().page(link).select("button[name=word]")).isEmpty();
    assertThat(count("campaign.awareness_open")).isEqualTo(1);
  }

  @Test
  void aLinkThatWeDidNotMakeOpensNothing() {
    for (var link : new String[] {"x", "-", "AAAA", "A".repeat(120), "=", "cardx"}) {
      assertThat(world.stranger().get("/awareness/" + link)).as(link).hasStatus(404);
      assertThat(world.stranger().post("/awareness/" + link, "word", "yes"))
          .as(link)
          .hasStatus(404);
    }
  }

  /** The question as its link carries it has a department and nobody's number. */
  @Test
  void aLinkNamesNobody() {
    var question = links.read(last(asked(world.sanne()))).orElseThrow();
    assertThat(question.department()).isEqualTo(department(world.sanne()));
    assertThat(question.toString()).doesNotContain("person");
    assertThat(
            sql.sql(
                    """
                    select column_name from information_schema.columns
                     where table_schema = 'campaign' and table_name in ('awareness_open', 'awareness_spent', 'awareness_week')
                    """)
                .query(String.class)
                .list())
        .noneMatch(
            column -> column.contains("person") || column.endsWith("_at") || column.equals("id"));
  }

  @Test
  void aWeekShowsWhenItIsOverAndFromFive() {
    var crediteuren = department(world.sanne());
    var inkoop = department(world.emma());
    answers(crediteuren, Word.YES, 3);
    answers(crediteuren, Word.NO, 2);
    answers(inkoop, Word.NO, 4);
    var marieke = world.as(world.marieke());
    var chart = "/network/campaign/awareness?system=" + world.nova();
    assertThat(marieke.page(chart).text()).contains("Nog geen week om te laten zien");
    assertThat(closing.fireDue(clock.instant())).isEmpty();

    assertThat(closing.fireDue(clock.instant().plus(Duration.ofDays(8)))).hasSize(1);

    assertThat(count("campaign.awareness_week")).isEqualTo(1);
    assertThat(count("campaign.awareness_open where department_id = " + inkoop)).isEqualTo(1);
    var shown = marieke.page(chart);
    assertThat(shown.select("tbody td").eachText()).contains("Finance · Crediteuren");
    assertThat(shown.select("svg.awareness-chart circle")).hasSize(1);
    assertThat(shown.text()).doesNotContain("Inkoop");
  }

  /** What was too few waits, and counts with who comes later. */
  @Test
  void fewWaitForMore() {
    answers(department(world.emma()), Word.NO, 4);
    closing.fireDue(clock.instant().plus(Duration.ofDays(8)));
    assertThat(count("campaign.awareness_week")).isZero();
    answers(department(world.emma()), Word.YES, 1);
    closing.fireDue(clock.instant().plus(Duration.ofDays(16)));
    assertThat(
            sql.sql("select yes + think + no from campaign.awareness_week")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  /** Written anew together, by number: neither place nor transaction tells who came before whom. */
  @Test
  void whoWasAskedStandsInNoOrder() {
    asked(world.noor());
    asked(world.emma());
    asked(world.sanne());
    answers(department(world.emma()), Word.YES, 1);
    var over = clock.instant().plus(Duration.ofDays(8));
    // Whatever the day this runs: at the end of a quarter they go.
    sql.sql("update campaign.awareness_asked set quarter = :quarter")
        .param("quarter", Question.quarter(LocalDate.ofInstant(over, OrganisationClock.ZONE)))
        .update();
    closing.fireDue(over);
    assertThat(
            sql.sql("select count(distinct xmin::text) from campaign.awareness_asked")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    var inPlace =
        sql.sql("select person_id from campaign.awareness_asked order by ctid")
            .query(Long.class)
            .list();
    assertThat(inPlace).isSorted().hasSizeGreaterThan(1);
  }
}
