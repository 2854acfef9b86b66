package nl.steunpunt.platform.web.assets;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Zip;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssetController {
  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  /**
   * The hash in the address only makes it new; a page from before an upgrade gets today's file, if
   * there is one of that name.
   */
  @GetMapping("/assets/{hash}/{name}")
  ResponseEntity<byte[]> show(
      @PathVariable String hash, @PathVariable String name, HttpServletRequest request) {
    if (hash.length() != 12) {
      throw new NotFound();
    }
    var asset = assets.find(name).orElseThrow(NotFound::new);
    var current = asset.address().contains(hash);
    var reply =
        ResponseEntity.ok()
            .contentType(type(asset))
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .cacheControl(
                current
                    ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                    : CacheControl.noCache());
    return Zip.isReadBy(request)
        ? reply.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.zipped())
        : reply.body(asset.plain());
  }

  private static MediaType type(Assets.Asset asset) {
    var type = MediaType.parseMediaType(asset.type());
    return asset.type().equals("image/png") ? type : new MediaType(type, StandardCharsets.UTF_8);
  }
}
