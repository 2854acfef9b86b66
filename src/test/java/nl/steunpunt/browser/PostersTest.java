package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.network.poster.Codes;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lead makes a poster, somebody scans it and asks; and it also goes without scripts. */
@BrowserTest
class PostersTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;
  private long floor;

  @BeforeEach
  void aFloor() {
    world.sanne();
    forget();
    floor =
        sql.sql("select id from people.location where path = 'Utrecht/Gebouw B/3'")
            .query(Long.class)
            .single();
  }

  /** These tests commit: the others find it as it was. */
  @AfterEach
  void forget() {
    sql.sql("delete from network.place_scan").update();
    sql.sql("delete from network.poster_bundle").update();
  }

  private static byte[] picture(Page page) {
    var image = page.locator(".poster-picture");
    assertThat(image).isVisible();
    image.evaluate("image => image.decode()");
    return page.context().request().get(image.getAttribute("src")).body();
  }

  @Test
  void thePreviewFollowsWhatIsChosenAndItsCodeLeadsToWhoHelps() {
    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/posters");
    lead.locator("#poster-q").fill("gebouw b 3");
    lead.locator("#found a[href$='location=" + floor + "']").click();
    var before = picture(lead);
    check(lead, "poster-desk");
    lead.evaluate("window.stayed = true");
    lead.getByText("Rond", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(lead.locator(".poster-picture"))
        .hasAttribute("src", Pattern.compile(".*design=round.*"));
    lead.locator("#slogan").fill("Kom maar langs");
    assertThat(lead.locator(".poster-picture"))
        .hasAttribute("src", Pattern.compile(".*slogan=Kom%20maar%20langs.*"));
    assertThat(lead.evaluate("window.stayed")).isEqualTo(true);
    assertThat(lead.url()).contains("design=round");
    var after = picture(lead);
    assertThat(after).isNotEqualTo(before);
    check(lead, "poster-round-desk");
    lead.locator("#slogan").fill("te lang ".repeat(10));
    chromium.expect("422");
    assertThat(lead.locator("#slogan-error")).containsText("60 tekens");
    assertThat(lead.locator("#slogan")).isFocused();
    // It would take the focus from who types.
    assertThat(lead.locator("#result .error-summary")).hasCount(0);

    var codes = Codes.of(after);
    assertThat(codes).hasSize(1);
    var phone = chromium.phone(world.sanne()).newPage();
    phone.navigate(URI.create(codes.getFirst()).getPath());
    assertThat(phone.locator("h1")).containsText("Gebouw B");
    phone
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stel je vraag"))
        .first()
        .click();
    phone.locator("#ask-text").fill("De printer op de gang doet het niet " + System.nanoTime());
    button(phone, "Vraag het").click();
    assertThat(phone.locator("#situation")).containsText("Fatima");
    lead.navigate("/posters/codes");
    assertThat(lead.locator("tbody tr td").last()).hasText("1");
    check(lead, "poster-codes-desk");
  }

  @Test
  void whoScansWithoutAnAccountTypesAndFindsTheTextBackAfterSigningIn() {
    var administrator = world.as(world.willemijn());
    administrator.post("/admin/who-helps/open", "open", "true", "networks", "127.0.0.0/8\n::1/128");
    try {
      var code =
          sql.sql(
                  "select code from network.place_code where location_id = :floor and withdrawn_at"
                      + " is null")
              .param("floor", floor)
              .query(String.class)
              .single();
      var window = chromium.phoneOfNobody();
      var phone = window.newPage();
      phone.navigate("/h/" + code);
      assertThat(phone.locator("h1")).containsText("Gebouw B");
      check(phone, "scanned-by-nobody-phone");
      var text = "De btw-code is weg & “ik” zie 100% niets " + System.nanoTime();
      phone.getByLabel("Waar loop je vast?").fill(text);
      button(phone, "Vraag het").click();
      phone.waitForURL("**/sign-in**");
      phone.waitForFunction("!location.hash");
      assertThat(phone.url()).doesNotContain("btw");
      assertThat(phone.getByText("Je vraag blijft bewaard.")).isVisible();
      var signIn = world.as(world.sanne()).cookie();
      var address = URI.create(phone.url());
      window.addCookies(
          List.of(
              new Cookie(signIn.getName(), signIn.getValue())
                  .setUrl(address.getScheme() + "://" + address.getAuthority())));
      phone.navigate(address.getQuery().replaceFirst("^to=", ""));
      assertThat(phone.locator("#ask-text")).hasValue(text);
      button(phone, "Vraag het").click();
      assertThat(phone.locator("#situation")).containsText("Fatima");
    } finally {
      administrator.post("/admin/who-helps/open", "networks", "");
    }
  }

  @Test
  void withoutScriptsThereIsAButton() {
    var lead = chromium.withoutScripts(world.marieke()).newPage();
    lead.navigate("/posters/piece?location=" + floor);
    lead.locator("#format").selectOption("desk");
    lead.locator("input[name=design][value=calm]")
        .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
    button(lead, "Bekijk").click();
    assertThat(lead.locator(".poster-picture"))
        .hasAttribute("src", Pattern.compile(".*format=desk.*design=calm.*"));
    assertThat(lead.locator("a[download]"))
        .hasAttribute("href", Pattern.compile(".*/file.*format=desk.*"));
  }

  @Test
  void onAPhoneAPowerUserMakesTheirOwnAndABuildingComesAtOnce() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/posters");
    check(fatima, "posters-phone");
    fatima.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Badge")).click();
    picture(fatima);
    check(fatima, "poster-badge-phone");

    var lead = chromium.desk(world.marieke()).newPage();
    var building =
        sql.sql("select id from people.location where path = 'Utrecht/Gebouw B'")
            .query(Long.class)
            .single();
    lead.navigate("/posters/piece?format=a5&location=" + building);
    lead.locator("form[action='/poster-bundles'] button").click();
    lead.waitForURL("**/poster-bundles/*");
    var fetch =
        lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download als pdf"));
    assertThat(fetch).isVisible();
    check(lead, "poster-bundle-desk");
    assertThat(lead.waitForDownload(fetch::click).suggestedFilename()).endsWith(".pdf");
  }
}
