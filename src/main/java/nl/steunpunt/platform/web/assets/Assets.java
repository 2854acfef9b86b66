package nl.steunpunt.platform.web.assets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nl.steunpunt.platform.i18n.Rooms;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The style sheet of the whole product and a script of each module, put together from what lies in
 * the rooms. A browser starts each script as a task of its own and draws between them; in one, the
 * longest piece of work was up to three times as long (docs/lighthouse.md). The address carries the
 * content's hash, so that a browser may keep it for ever.
 */
@Component
public class Assets {
  private static final PathMatchingResourcePatternResolver CLASSPATH =
      new PathMatchingResourcePatternResolver();

  /**
   * @param address where it is served; changes with its content
   * @param zipped its gzip, made once
   */
  public record Asset(String address, String type, byte[] plain, byte[] zipped) {}

  private static final String WORKER = "worker.js";
  private static final String SCRIPT = "text/javascript";
  private static final Pattern MODULE = Pattern.compile("/nl/steunpunt/([a-z]+)/");

  private final Rooms rooms;
  private volatile Map<String, Asset> all;

  Assets(Rooms rooms) {
    this.rooms = rooms;
    this.all = read();
  }

  public String style() {
    return address("app.css");
  }

  /**
   * The library first: the rooms' scripts hear what it tells; then the platform's, which they use.
   */
  public List<String> scripts() {
    refresh();
    return all.entrySet().stream()
        .filter(one -> one.getValue().type.equals(SCRIPT) && !one.getKey().equals(WORKER))
        .map(one -> one.getValue().address)
        .toList();
  }

  /** For the screen of a phone on which the product is installed; 192 or 512 pixels. */
  public String icon(int pixels) {
    return address("icon-" + pixels + ".png");
  }

  Asset worker() {
    address(WORKER);
    return named(WORKER);
  }

  public String favicon() {
    return address("favicon.svg");
  }

  public String icons() {
    return address("icons.svg");
  }

  /** What lies under /assets. The worker does not: it serves what lies beside it and below. */
  Optional<Asset> find(String name) {
    return name.equals(WORKER) ? Optional.empty() : Optional.ofNullable(all.get(name));
  }

  private Asset named(String name) {
    var asset = all.get(name);
    if (asset == null) {
      throw new IllegalArgumentException(name);
    }
    return asset;
  }

  private String address(String name) {
    refresh();
    return named(name).address;
  }

  private void refresh() {
    if (rooms.rereads()) {
      all = read();
    }
  }

  private Map<String, Asset> read() {
    var read = new LinkedHashMap<String, Asset>();
    read.put("app.css", asset("app.css", "text/css", join("", tabler(), rooms("css"))));
    read.put("htmx.js", asset("htmx.js", SCRIPT, join("\n;", htmx())));
    Arrays.stream(roomScripts())
        .collect(groupingBy(Assets::module, LinkedHashMap::new, toList()))
        .forEach((module, files) ->
            read.put(
                module + ".js",
                asset(module + ".js", SCRIPT, join("\n;", files.toArray(Resource[]::new)))));
    read.put(WORKER, asset(WORKER, SCRIPT, join("\n;", workers())));
    read.put("icon-192.png", bytes("icon-192.png", "image/png"));
    read.put("icon-512.png", bytes("icon-512.png", "image/png"));
    read.put("icons.svg", picture("icons.svg"));
    read.put("favicon.svg", picture("favicon.svg"));
    return read;
  }

  /** What a service worker does lies in a worker.js of its room, and is no part of a page. */
  private Resource[] roomScripts() {
    return Arrays.stream(rooms("js"))
        .filter(file -> !path(file).endsWith("/" + WORKER))
        .toArray(Resource[]::new);
  }

  /** What the pages need of the same is in a file that ends with .shared.js. */
  private Resource[] workers() {
    return Arrays.stream(rooms("js"))
        .filter(file -> path(file).endsWith(".shared.js") || path(file).endsWith("/" + WORKER))
        .toArray(Resource[]::new);
  }

  private Asset bytes(String name, String type) {
    try {
      return asset(
          name, type, resources(rooms.pattern("platform/web/" + name))[0].getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Asset picture(String name) {
    return asset(name, "image/svg+xml", join("", resources(rooms.pattern("platform/web/" + name))));
  }

  /**
   * While developing all of it: a class that is new in a template is not in the trimmed one yet.
   */
  private Resource[] tabler() {
    var trimmed = resources("classpath*:static/tabler.css");
    return trimmed.length > 0 && !rooms.rereads()
        ? trimmed
        : resources(
            "classpath*:META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css");
  }

  private static Resource[] htmx() {
    return resources("classpath*:META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
  }

  /** The platform's own first (tokens, then what uses them), then the rooms by name. */
  private Resource[] rooms(String ending) {
    var files = resources(rooms.pattern("**/*." + ending));
    Arrays.sort(
        files,
        Comparator.comparing((Resource file) -> !path(file).contains("/platform/"))
            .thenComparing(file -> !path(file).endsWith("tokens.css"))
            .thenComparing(Assets::path));
    return files;
  }

  private static String module(Resource file) {
    var module = MODULE.matcher(path(file));
    if (!module.find()) {
      throw new IllegalArgumentException(path(file));
    }
    return module.group(1);
  }

  private static String path(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource[] resources(String pattern) {
    try {
      return CLASSPATH.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] join(String between, Resource[]... groups) {
    var all = new ByteArrayOutputStream();
    try {
      for (var group : groups) {
        for (var file : group) {
          all.write(file.getContentAsByteArray());
          all.write(("\n" + between).getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private static Asset asset(String name, String type, byte[] plain) {
    try {
      var zipped = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(zipped)) {
        zip.write(plain);
      }
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 6);
      return new Asset("/assets/" + hash + "/" + name, type, plain, zipped.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
