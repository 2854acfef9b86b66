package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.open;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five ask the same, it becomes one issue, and what helps goes back through five power users. */
@BrowserTest
class FiveAskTheSameTest {
  private static final int FIVE = 5;

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  /**
   * @param powerUser who serves the asker, and is there
   */
  private record Pair(Colleague asker, Colleague powerUser) {}

  @Test
  void oneIssueAndFivePowerUsersWhoTellWhatHelps() {
    var pairs = pairs();
    var title = "De zeppelinstaat blijft grijs " + System.nanoTime();
    var first = pairs.getFirst();
    var asker = chromium.desk(first.asker).newPage();
    var question = ask(asker, title);
    var holder = chromium.desk(holder(question)).newPage();
    holder.navigate("/issues/new");
    holder.locator("#issue-title").fill(title);
    button(holder, "Bewaar").click();
    var issue = holder.url().replaceFirst("https?://[^/]+", "");
    holder.navigate(question);
    holder
        .locator(".issue-likely-ones form", new Page.LocatorOptions().setHasText(title))
        .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
        .click();
    assertThat(holder.locator("#notices")).isVisible();

    for (var pair : pairs.subList(1, FIVE)) {
      var next = chromium.phone(pair.asker).newPage();
      next.navigate("/");
      next.locator("#ask-text").pressSequentially("mijn zeppelinstaat is grijs");
      next.locator("#suggestions summary", new Page.LocatorOptions().setHasText(title)).click();
      next.locator("details[open]").getByText("Ik ook").click();
      assertThat(next.locator("main")).containsText("Ook van jou");
    }

    var desk = chromium.desk(world.pieter()).newPage();
    desk.navigate(issue);
    assertThat(desk.locator("#issue")).containsText("5 mensen hebben er last van");
    open(desk, "Verander dit issue");
    desk.locator("#issue-status").selectOption("in_progress");
    desk.locator("#issue-workaround").fill("Open hem via het weekoverzicht");
    button(desk, "Bewaar").click();
    var counts = desk.locator(".telling-counts dd");
    assertThat(counts).hasText(new String[] {"5", "0", "0", "0"});

    for (var pair : pairs) {
      var phone = chromium.phone(pair.powerUser).newPage();
      phone.navigate("/notices");
      var card = phone.locator(".telling-card", new Page.LocatorOptions().setHasText(title));
      assertThat(card).containsText("Open hem via het weekoverzicht");
      assertThat(card.locator(".telling-names li")).hasText(new String[] {pair.asker.name()});
      if (pair == first) {
        Screen.check(phone, "telling-phone");
      }
      card.locator("form[action$='/receipt'] .btn-primary").first().click();
      assertThat(phone.locator("#notices")).containsText("weet het");
    }

    desk.navigate(issue);
    assertThat(desk.locator(".telling-counts dd")).hasText(new String[] {"0", "5", "0", "0"});
    Screen.check(desk, "telling-desk");
    for (var pair : pairs) {
      Assertions.assertThat(
              sql.sql(
                      "select count(*) from platform.mail where recipient = :to and subject like :about")
                  .param("to", pair.asker.email())
                  .param("about", "%" + title)
                  .query(Integer.class)
                  .single())
          .as("heard from their power user, so not from the product")
          .isZero();
    }
  }

  private List<Pair> pairs() {
    record Row(
        long asker, String askerName, String askerEmail, long id, String name, String email) {}
    var pairs =
        sql
            .sql(
                """
                select distinct on (u.id) a.id as asker, a.name as asker_name, a.email::text as asker_email,
                       u.id, u.name, u.email::text as email
                  from network.pub_constituency c
                  join people.person a on a.id = c.person_id and a.active and a.language = 'nl'
                  join people.person u on u.id = c.power_user_id and u.active and u.language = 'nl'
                 where c.system_id = :nova and c.rank = 0 and c.person_id <> c.power_user_id
                   and not exists (select from network.pub_absence away
                                    where away.person_id = u.id and away.from_at <= :now and away.until_at > :now)
                   and not exists (select from network.pub_constituency its where its.power_user_id = a.id)
                 order by u.id, a.id limit :five
                """)
            .param("nova", world.nova())
            .param("now", clock.instant())
            .param("five", FIVE)
            .query(Row.class)
            .list()
            .stream()
            .map(row ->
                new Pair(
                    new Colleague(new PersonId(row.asker), row.askerName, row.askerEmail),
                    new Colleague(new PersonId(row.id), row.name, row.email)))
            .toList();
    Assertions.assertThat(pairs).hasSize(FIVE);
    return pairs;
  }

  private Colleague holder(String question) {
    record Row(long id, String name, String email) {}
    var row =
        sql.sql(
                """
                select p.id, p.name, p.email::text as email
                  from support.question q join people.person p on p.id = q.power_user_id where q.id = :id
                """)
            .param("id", Long.valueOf(question.substring(question.lastIndexOf('/') + 1)))
            .query(Row.class)
            .single();
    return new Colleague(new PersonId(row.id), row.name, row.email);
  }
}
