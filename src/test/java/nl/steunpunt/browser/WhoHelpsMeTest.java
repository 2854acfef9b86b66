package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import nl.steunpunt.platform.picture.Samples;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague finds who helps, and asks; a power user shows their face. */
@BrowserTest
class WhoHelpsMeTest {
  private static final FilePayload PHOTO =
      new FilePayload(
          "ik.jpg",
          "image/jpeg",
          Samples.withExif(
              Samples.jpeg(Samples.halves(1200, 600, BufferedImage.TYPE_INT_RGB), false), 1));

  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void aColleagueFindsWhoHelpsAndAsks() {
    var sanne = chromium.phone(world.sanne()).newPage();
    sanne.navigate("/");
    sanne.locator(".menu a[href='/who-helps']").click();
    assertThat(sanne.locator(".who-name")).hasText("Fatima El Idrissi");

    var says = sanne.locator("#found-says");
    says.evaluate("region => { region.dataset.listened = 'yes'; }");
    sanne.locator("#who-q").pressSequentially("fcturen");
    assertThat(says).hasText(Pattern.compile("Eén gevonden|\\d+ gevonden"));
    assertThat(says).hasAttribute("data-listened", "yes");
    var hit = sanne.locator(".who-hit", new Page.LocatorOptions().setHasText("Facturen"));
    hit.click();
    assertThat(sanne.locator("h1")).hasText("Wie helpt met Facturen?");

    sanne.locator(".who-card .btn-primary").click();
    assertThat(sanne.locator("#ask-topic option:checked")).hasText("Facturen");
    var text = "Waar boek ik een creditnota " + System.nanoTime();
    sanne.locator("#ask-text").fill(text);
    button(sanne, "Vraag het").click();
    assertThat(sanne.locator("#situation")).containsText("Fatima");
  }

  @Test
  void aPowerUserCutsAPhotoToAFaceAndColleaguesSeeIt() {
    var joost = chromium.desk(world.joost()).newPage();
    joost.navigate("/profile");
    joost.locator("#photo-file").setInputFiles(PHOTO);
    var frame = joost.locator(".photo-frame");
    assertThat(frame).isVisible();
    joost.locator("#photo-range").fill("50");
    var box = frame.boundingBox();
    joost.mouse().move(box.x + 100, box.y + 100);
    joost.mouse().down();
    joost.mouse().move(box.x + 400, box.y + 100);
    joost.mouse().up();
    assertThat(Double.parseDouble(joost.locator("[data-photo] [name=x]").inputValue()))
        .isLessThan(0.4);
    frame.press("ArrowRight");
    button(joost, "Gebruik deze foto").click();
    assertThat(joost.locator("#notices")).containsText("Je foto staat erop");

    var sanne = chromium.phone(world.sanne()).newPage();
    sanne.navigate("/who-helps");
    var face = sanne.locator(".who-others img.face");
    assertThat(face).isVisible();
    var red =
        face.evaluate(
            """
            async (image) => {
              await image.decode();
              const canvas = document.createElement("canvas");
              canvas.width = canvas.height = 1;
              const pen = canvas.getContext("2d");
              pen.drawImage(image, 0, 0, 1, 1);
              return pen.getImageData(0, 0, 1, 1).data[0];
            }
            """);
    assertThat(((Number) red).intValue()).isGreaterThan(180);

    button(joost, "Haal mijn foto weg").click();
    assertThat(joost.locator("#notices [role=alert]")).containsText("Je foto is weg");
  }

  @Test
  void withoutScriptsThePhotoIsCutInTheMiddle() {
    var joost = chromium.withoutScripts(world.joost()).newPage();
    joost.navigate("/profile");
    assertThat(joost.locator("main")).containsText("het vierkant in het midden");
    joost.locator("#photo-file").setInputFiles(PHOTO);
    button(joost, "Gebruik deze foto").click();
    assertThat(joost.locator("main")).containsText("Je foto staat erop");
    assertThat(joost.locator(".who-card img.face")).isVisible();
    button(joost, "Haal mijn foto weg").click();
    joost.navigate("/who-helps?q=fatma");
    assertThat(joost.locator(".who-hit").first()).containsText("Fatima");
  }
}
