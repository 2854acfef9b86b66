package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From a hole to a power user: Lotte volunteers, Marieke proposes, her manager decides on a phone
 * by the mailed link, Erik records it, the first question of her team is hers, and after that
 * another year is.
 */
@BrowserTest
class BecomingAPowerUserTest {
  /** How far right of its hours a share stands, in pixels. */
  private static final String HOURS_BELOW_SHARE =
      """
      () => {
        const cell = document.querySelector("td.number");
        const share = document.createRange();
        share.selectNodeContents(cell.firstChild);
        const hours = document.createRange();
        hours.selectNodeContents(cell.querySelector("div"));
        return Math.round(share.getBoundingClientRect().left - hours.getBoundingClientRect().left);
      }
      """;

  /** How far right of the words of the menu what waits is counted, in pixels. */
  private static final String COUNT_AFTER_WORDS =
      """
      () => {
        const entry = document.querySelector(".me-menu a[href='/mandate']");
        const words = document.createRange();
        words.selectNode([...entry.childNodes].find((node) => node.nodeType === 3 && node.data.trim()));
        const count = entry.querySelector(".menu-count [aria-hidden]");
        return Math.round(count.getBoundingClientRect().left - words.getBoundingClientRect().right);
      }
      """;

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;

  /** These tests commit: her team is a hole again for the others. */
  @AfterEach
  void noLonger() {
    mandates
        .of(world.lotte().id(), world.nova())
        .ifPresent(mandate -> mandates.end(mandate.id(), world.marieke().id()));
  }

  @Test
  void fromVolunteeringToTheFirstQuestionAndAnotherYear() {
    var lotte = chromium.phone(world.lotte()).newPage();
    lotte.navigate("/mandate");
    check(lotte, "mandate-none-phone");
    link(lotte, "Word power user").click();
    lotte.locator("textarea[name=why]").fill("Ze vragen het mij toch al");
    check(lotte, "volunteer-phone");
    button(lotte, "Ik wil dit").click();
    assertThat(lotte.locator("#notices")).containsText("Dank je wel");

    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/network/candidates");
    check(lead, "candidates-desk");
    candidate(lead).getByText("Stel voor").click();
    lead.locator("#share").fill("15");
    lead.locator("#relief").fill("De dagelijkse ritlijst");
    check(lead, "propose-desk");
    button(lead, "Vraag deze collega").click();
    assertThat(lead.locator(".who .badge").first()).hasText("Gevraagd als power user");

    var mandate = lead.url();

    lotte.navigate("/mandate");
    check(lotte, "mandate-proposed-phone");
    lotte.locator(".me summary").click();
    lotte.locator(".me-menu a[href='/mandate'] .menu-count [aria-hidden]").waitFor();
    assertThat(((Number) lotte.evaluate(COUNT_AFTER_WORDS)).intValue())
        .as("the count stands beside the words, not on them")
        .isGreaterThanOrEqualTo(0);
    lotte.locator(".me summary").click();
    button(lotte, "Ja, dat doe ik").click();
    assertThat(lotte.locator("#main")).containsText("gevraagd om akkoord te gaan");

    var manager = manager();
    var phone = chromium.phoneOfNobody();
    var decide = phone.newPage();
    decide.navigate(linkMailedTo(manager));
    check(decide, "decision-phone");
    button(decide, "Ik ben akkoord").click();
    assertThat(decide.locator("#notices")).containsText("Het is afgesproken");
    check(decide, "decided-phone");

    var hr = chromium.desk(world.erik()).newPage();
    hr.navigate("/register?which=to_record&q=Lotte");
    check(hr, "register-desk");
    hr.getByLabel("Alles op deze pagina").check();
    assertThat(hr.locator("input[name=mandate]").first()).isChecked();
    hr.getByLabel("Alles op deze pagina").uncheck();
    assertThat(hr.locator("input[name=mandate]").first()).not().isChecked();
    var hrOnThePhone = chromium.phone(world.erik()).newPage();
    hrOnThePhone.navigate("/register?q=Lotte");
    assertThat(((Number) hrOnThePhone.evaluate(HOURS_BELOW_SHARE)).intValue())
        .as("the second line of a cell stands below its first")
        .isEqualTo(0);
    hr.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile("Leg vast .*" + world.lotte().name())))
        .click();
    assertThat(hr.locator("#notices")).containsText("1 is vastgelegd");

    lead.reload();
    assertThat(lead.locator(".who .badge").first()).hasText("Akkoord");
    check(lead, "mandate-desk");
    lead.navigate("/network/mandates");
    check(lead, "mandates-desk");

    var asker = chromium.desk(teamMate()).newPage();
    ask(asker, "Wie helpt transport nu? " + System.nanoTime());
    assertThat(asker.locator("#situation")).containsText(world.lotte().name());

    lead.navigate(mandate);
    var year = lastYear(lead);
    button(lead, "Vraag om nog een jaar").click();
    assertThat(lead.locator(".who .badge").first()).hasText("Verlenging bij de leidinggevende");
    decide.navigate(linkMailedTo(manager));
    assertThat(decide.locator("#asked")).hasText("Gevraagd wordt nog een jaar");
    check(decide, "renewal-phone");
    button(decide, "Ik ben akkoord").click();
    assertThat(decide.locator("#notices")).containsText("Het is afgesproken");
    lead.reload();
    assertThat(lead.locator(".who .badge").first()).hasText("Akkoord");
    assertThat(lastYear(lead)).isEqualTo(year + 1);
  }

  /** The year of the last day. */
  private static int lastYear(Page lead) {
    var last =
        lead.locator(".terms div", new Page.LocatorOptions().setHasText("Laatste dag"))
            .locator("dd")
            .innerText();
    var year = Pattern.compile("\\b20\\d\\d\\b").matcher(last);
    assertThat(year.find()).as(last).isTrue();
    return Integer.parseInt(year.group());
  }

  private Locator candidate(Page page) {
    return page.locator("li", new Page.LocatorOptions().setHasText(world.lotte().name()));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private Colleague manager() {
    return person(
        """
        select boss.id, boss.name, boss.email from people.pub_person p
          join people.pub_person boss on boss.id = p.manager_id where p.id = :lotte
        """);
  }

  private Colleague teamMate() {
    return person(
        """
        select p.id, p.name, p.email from people.pub_person p
          join people.pub_person lotte on lotte.department_id = p.department_id
         where lotte.id = :lotte and p.id not in (:lotte, lotte.manager_id) and p.active order by p.id limit 1
        """);
  }

  private Colleague person(String statement) {
    return sql.sql(statement).param("lotte", world.lotte().id()).query(Colleague.class).single();
  }

  private String linkMailedTo(Colleague manager) {
    var text =
        sql.sql(
                """
                select text_body from platform.mail
                 where recipient = :email and text_body like '%/mandate-link/%' order by id desc limit 1
                """)
            .param("email", manager.email())
            .query(String.class)
            .single();
    var found = Pattern.compile("/mandate-link/[\\w-]+").matcher(text);
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
