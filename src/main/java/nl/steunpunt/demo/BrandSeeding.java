package nl.steunpunt.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.brand.LogoImage;
import org.springframework.stereotype.Component;

/** How Novum shows itself. Its logo goes through the same gate as one that is uploaded. */
@Component
class BrandSeeding {
  private static final String LOGO = "/demo/novum.svg";

  /** That of the letters in the logo. */
  private static final Colour BLUE = new Colour(0x23, 0x50, 0x8e);

  private final Brands brands;

  BrandSeeding(Brands brands) {
    this.brands = brands;
  }

  void seed() {
    brands.change("Novum", BLUE);
    try (var file = BrandSeeding.class.getResourceAsStream(LOGO)) {
      if (file == null) {
        throw new IllegalStateException("not on the class path: " + LOGO);
      }
      brands.changeLogo(LogoImage.png(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
