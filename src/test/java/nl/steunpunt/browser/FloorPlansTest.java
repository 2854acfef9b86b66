package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lead puts a plan up and shows where Fatima sits; Sanne sees it. */
@BrowserTest
class FloorPlansTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  private String path;

  @BeforeEach
  void aFloor() {
    world.sanne();
    forget();
    path =
        "/floor-plans/"
            + sql.sql("select id from people.location where path = 'Utrecht/Gebouw B/3'")
                .query(Long.class)
                .single();
  }

  @AfterEach
  void forget() {
    sql.sql("delete from network.desk_pin").update();
    sql.sql("delete from network.floor_plan").update();
    sql.sql("delete from network.floor_change").update();
  }

  private static FilePayload plan() throws IOException {
    return new FilePayload(
        "b3.svg",
        "image/svg+xml",
        new ClassPathResource("demo/floor-utrecht-b3.svg").getContentAsByteArray());
  }

  private Page put(BrowserContext window) throws IOException {
    var lead = window.newPage();
    lead.navigate(path);
    lead.locator("#plan").setInputFiles(plan());
    button(lead, "Plaats deze plattegrond").click();
    assertThat(lead.locator("main")).containsText("De plattegrond staat erop");
    return lead;
  }

  private static double drawn(Locator plan) {
    plan.evaluate("image => image.decode()");
    return ((Number) plan.evaluate("image => image.naturalWidth")).doubleValue();
  }

  @Test
  void aClickPinsADeskAndAColleagueSeesItLarger() throws IOException {
    var lead = put(chromium.desk(world.marieke()));
    check(lead, "floor-plan-desk");
    lead.locator(".plan-desk", new Page.LocatorOptions().setHasText("Fatima")).locator("a").click();
    clickAt(lead, 300, 130);
    assertThat(lead.locator("main")).containsText("Staat op de plattegrond");
    check(lead, "floor-plan-pinned-desk");
    assertThat(at("x")).isCloseTo(300 / 960.0, within(0.01));
    assertThat(at("y")).isCloseTo(130 / 576.0, within(0.01));

    var sanne = chromium.phone(world.sanne()).newPage();
    sanne.navigate("/who-helps");
    var small = sanne.locator(".plan-open");
    assertThat(drawn(small.locator("img"))).isPositive();
    check(sanne, "who-helps-plan-phone");
    small.click();
    var large = sanne.locator(".plan-large");
    assertThat(large).isVisible();
    check(sanne, "who-helps-plan-large-phone");
    sanne.keyboard().press("Escape");
    assertThat(large).isHidden();
    assertThat(small).isFocused();
  }

  private static void clickAt(Page lead, double x, double y) {
    lead.locator("input[type=image]").click(new Locator.ClickOptions().setPosition(x, y));
  }

  private double at(String column) {
    return sql.sql("select " + column + " from network.desk_pin where gone_in is null")
        .query(Double.class)
        .single();
  }

  @Test
  void withoutScriptsAndWithoutAMouseItIsTheSame() throws IOException {
    var lead = put(chromium.withoutScripts(world.marieke()));
    lead.locator(".plan-desk", new Page.LocatorOptions().setHasText("Fatima")).locator("a").click();
    clickAt(lead, 480, 288);
    assertThat(at("x")).isCloseTo(0.5, within(0.01));
    lead.locator("#x").fill("25");
    lead.locator("#x").press("Enter");
    assertThat(lead.locator("#x")).hasValue("25.0");
    assertThat(at("x")).isCloseTo(0.25, within(0.001));
    button(lead, "Maak ongedaan").click();
    assertThat(at("x")).isCloseTo(0.5, within(0.01));
  }
}
