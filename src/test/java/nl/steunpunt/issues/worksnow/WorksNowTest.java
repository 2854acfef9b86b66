package nl.steunpunt.issues.worksnow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.issues.telling.IssueWorld;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asked of everyone who is hit, answered by one tap, and what follows from it. */
@SteunpuntTest
class WorksNowTest {
  private static final Pattern LINK = Pattern.compile("/works-now/[\\w-]+");

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nothingIsOwedBefore() {
    sql.sql("delete from notify.pending").update();
  }

  private String link(Colleague who) {
    var found = LINK.matcher(issues.lastMail(who));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private String status(long issue) {
    return sql.sql("select status from issues.issue where id = :issue")
        .param("issue", issue)
        .query(String.class)
        .single();
  }

  private void says(Colleague who, long issue, String word) {
    assertThat(world.as(who).post("/issues/" + issue + "/works", "works", word)).hasStatus(303);
  }

  @Test
  void afterAReleaseAllWhoAreHitAreAskedByTheProduct() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.release(issue);
    issues.afterTheQuietSpell();
    assertThat(issues.mails(world.sanne())).containsExactly("Werkt het weer? " + IssueWorld.TITLE);
    assertThat(issues.mails(world.emma())).containsExactly("Does it work now? " + IssueWorld.TITLE);
    assertThat(issues.lastMail(world.emma())).contains("It was solved in 24.3.");
    assertThat(world.as(world.fatima()).page("/notices").select(".telling-card")).isEmpty();
  }

  @Test
  void theLinkInTheMailAnswersWithOneTapAndWithoutSigningIn() {
    var issue = issues.issue(world.sanne());
    issues.release(issue);
    issues.afterTheQuietSpell();
    var link = link(world.sanne());
    var page = world.stranger().page(link);
    assertThat(page.select(".works-taps button").eachText()).containsExactly("Ja", "Nee");
    assertThat(status(issue)).as("opening it answers nothing").isEqualTo("resolved");
    assertThat(world.stranger().post(link, "works", "yes")).hasStatus(303);
    assertThat(world.stranger().page(link).text()).contains("bij jou werkt het");
    assertThat(status(issue)).isEqualTo("works_now");
  }

  @Test
  void aLinkThatIsNotOursOrForWhoLeftOpensNothing() {
    var issue = issues.issue(world.sanne());
    issues.release(issue);
    issues.afterTheQuietSpell();
    var link = link(world.sanne());
    assertThat(world.stranger().get("/works-now/AAAA")).hasStatus(404);
    assertThat(world.stranger().post(link.substring(0, link.length() - 3) + "AAA", "works", "no"))
        .hasStatus(404);
    assertThat(world.stranger().post(link, "works", "maybe"))
        .hasStatus(422)
        .bodyText()
        .as("in her language, as the page is")
        .contains("Kies ja of nee.");
    world.as(world.sanne()).post("/issues/" + issue + "/leaving");
    assertThat(world.stranger().get(link)).hasStatus(404);
  }

  /** Also not what only they are left out of. */
  @Test
  void whatFewerThanFiveAnsweredIsToldByNoCount() {
    world
        .as(world.willemijn())
        .post("/admin/telling", "workingDays", "1", "agreedShare", "70", "fewestAnswers", "2");
    var issue =
        issues.issue(
            world.sanne(), world.emma(), world.lotte(), world.ahmet(), world.noor(), world.erik());
    issues.release(issue);
    says(world.sanne(), issue, "no");
    says(world.ahmet(), issue, "no");
    assertThat(status(issue)).isEqualTo("confirmed");
    var told = world.as(world.pieter()).page("/issues/" + issue + "/telling");
    assertThat(told.select(".telling-counts")).isEmpty();
    assertThat(told.text()).contains("Minder dan vijf mensen hebben geantwoord.");
  }

  @Test
  void belowTheAgreedShareTheIssueIsOpenAgainWithWhatTheySaid() {
    var hit =
        List.of(
            world.sanne(), world.emma(), world.lotte(), world.ahmet(), world.noor(), world.erik());
    var issue = issues.issue(hit.toArray(Colleague[]::new));
    issues.release(issue);
    says(world.sanne(), issue, "yes");
    says(world.emma(), issue, "yes");
    says(world.lotte(), issue, "yes");
    says(world.ahmet(), issue, "no");
    assertThat(status(issue)).as("too few answered").isEqualTo("resolved");
    world
        .as(world.ahmet())
        .post("/issues/" + issue + "/works", "works", "no", "text", "Op mijn telefoon niet.");
    says(world.noor(), issue, "no");
    assertThat(status(issue)).as("three of five").isEqualTo("confirmed");
    var desk = world.as(world.pieter()).page("/issues/" + issue);
    assertThat(desk.text())
        .contains("Bevestigd")
        .as("24.3 did not mend it")
        .doesNotContain("gepland in 24.3");
    var told = world.as(world.pieter()).page("/issues/" + issue + "/telling");
    assertThat(told.select(".telling-counts dd").eachText()).last().isEqualTo("2");
    assertThat(told.text()).contains("Op mijn telefoon niet.").doesNotContain(world.ahmet().name());
    assertThat(issues.state(issue, world.ahmet())).isEqualTo("disputed");
    assertThat(issues.state(issue, world.sanne())).isEqualTo("to_tell");
    assertThat(world.as(world.erik()).post("/issues/" + issue + "/works", "works", "yes"))
        .as("over")
        .hasStatus(404);
  }

  @Test
  void enoughWhoSayYesMakeItWorkNowAndNobodyIsToldWhatTheySaidThemselves() {
    var issue = issues.issue(world.sanne(), world.emma());
    issues.release(issue);
    issues.afterTheQuietSpell();
    says(world.sanne(), issue, "yes");
    says(world.emma(), issue, "yes");
    assertThat(status(issue)).isEqualTo("works_now");
    issues.twoWeeksLater();
    assertThat(issues.mails(world.sanne())).hasSize(1);
  }

  @Test
  void whoIsNotHitIsNotAskedAndCannotAnswer() {
    var issue = issues.issue(world.sanne());
    issues.release(issue);
    assertThat(world.as(world.lotte()).page("/issues/" + issue + "/works").select("form"))
        .isEmpty();
    assertThat(world.as(world.lotte()).post("/issues/" + issue + "/works", "works", "no"))
        .hasStatus(404);
    assertThat(world.as(world.sanne()).page("/issues/" + issue + "/works").select("form"))
        .isNotEmpty();
  }

  /** Many colleagues may have one address, so the share is a large one. */
  @Test
  void oneAddressTapsOnlySoOften() {
    var issue = issues.issue(world.sanne());
    issues.release(issue);
    issues.afterTheQuietSpell();
    var link = link(world.sanne());
    var taps = 0;
    while (tap("10.6.0.66", link, "yes").getResponse().getStatus() == 303) {
      assertThat(++taps)
          .as("a share fills again by the second")
          .isLessThan(2 * WorksNowController.MOST);
    }
    assertThat(taps).isGreaterThanOrEqualTo(WorksNowController.MOST);
    var refused = tap("10.6.0.66", link, "no");
    assertThat(refused).hasStatus(429).containsHeader("Retry-After");
    assertThat(refused).bodyText().contains("Dat is te vaak.");
    assertThat(world.stranger().page(link).text()).contains("bij jou werkt het");
    assertThat(tap("10.6.0.66", "/works-now/AAAA", "no"))
        .as("nor does it try what links there are")
        .hasStatus(429);
    assertThat(tap("10.6.0.67", link, "no")).as("another one").hasStatus(303);
  }

  private MvcTestResult tap(String from, String link, String word) {
    return world
        .api()
        .post()
        .uri(link)
        .header("Sec-Fetch-Site", "same-origin")
        .header("Accept-Language", "nl")
        .param("works", word)
        .with(request -> {
          request.setRemoteAddr(from);
          return request;
        })
        .exchange();
  }
}
