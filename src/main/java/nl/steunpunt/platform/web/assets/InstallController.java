package nl.steunpunt.platform.web.assets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.web.Pages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser reads to install the product, and the one service worker of all its rooms. */
@RestController
class InstallController {
  private final Assets assets;
  private final Brands brands;

  InstallController(Assets assets, Brands brands) {
    this.assets = assets;
    this.brands = brands;
  }

  /** At the root, because a worker serves what lies below it. */
  @GetMapping("/worker.js")
  ResponseEntity<byte[]> worker() {
    var worker = assets.worker();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
        .body(worker.plain());
  }

  record Manifest(
      String id,
      String name,
      String short_name,
      String lang,
      String start_url,
      String scope,
      String display,
      String background_color,
      String theme_color,
      List<Map<String, String>> icons) {}

  @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json")
  ResponseEntity<Manifest> manifest(HttpServletRequest request) {
    var brand = brands.current();
    var name = brand.name();
    return ResponseEntity.ok()
        .body(
            new Manifest(
                "/",
                name,
                name,
                Pages.language(request, Pages.viewer()).getLanguage(),
                "/",
                "/",
                "standalone",
                "#f6f7f8",
                brand.accent(),
                List.of(icon(192, "any"), icon(512, "any"), icon(512, "maskable"))));
  }

  /**
   * @param purpose the same picture can be cut to any shape: what is drawn on it stays within four
   *     fifths of its width (https://www.w3.org/TR/appmanifest/#icon-masks)
   */
  private Map<String, String> icon(int pixels, String purpose) {
    return Map.of(
        "src",
        assets.icon(pixels),
        "sizes",
        pixels + "x" + pixels,
        "type",
        "image/png",
        "purpose",
        purpose);
  }
}
