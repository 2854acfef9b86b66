package nl.steunpunt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import nl.steunpunt.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who works with the keyboard reads the button they are on, in the dark too. */
@BrowserTest
class FocusTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  /** Each button in turn with its contrast (WCAG 2.2), on the ground that is seen. */
  private static final String HARD_TO_READ =
      """
      async () => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const bytes = (...colours) => {
          canvas.clearRect(0, 0, 1, 1);
          colours.forEach((colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); });
          return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
          .map((one) => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4))
          .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
        const hard = [];
        const buttons = () => document.querySelectorAll("button.btn, a.btn");
        for (let number = 0; number < buttons().length; number++) {
          const button = buttons()[number];
          if (!button.checkVisibility()) continue;
          button.focus({ focusVisible: true });
          await new Promise((done) => setTimeout(done, 400));
          /* What tells how it stands reads itself anew once live events come: then it is another button. */
          if (!button.isConnected) {
            number--;
            continue;
          }
          const grounds = [];
          for (let at = button; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
          const ground = light(bytes("#fff", ...grounds));
          const text = light(bytes("#fff", ...grounds, getComputedStyle(button).color));
          const contrast = (Math.max(ground, text) + .05) / (Math.min(ground, text) + .05);
          if (contrast < 4.5 || getComputedStyle(button).outlineStyle === "none")
            hard.push(button.textContent.trim() + ": " + contrast.toFixed(1));
        }
        return hard.join(", ");
      }
      """;

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void aButtonWithTheFocusIsReadable(ColorScheme scheme) {
    var page = chromium.desk(world.fatima()).newPage();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    for (var path : new String[] {"/", "/availability", "/profile"}) {
      page.navigate(path);
      assertThat(page.evaluate(HARD_TO_READ)).as(path).isEqualTo("");
    }
  }
}
