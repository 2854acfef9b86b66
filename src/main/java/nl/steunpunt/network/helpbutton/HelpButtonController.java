package nl.steunpunt.network.helpbutton;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.network.whohelps.OpenDoor;
import nl.steunpunt.network.whohelps.OpenPlaces;
import nl.steunpunt.network.whohelps.OpenPlaces.OpenPlace;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.TryLater;
import nl.steunpunt.platform.web.Zip;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The button on pages that are not ours. It knows nobody: no cookie of ours comes along from
 * another site, and it asks for none. So it shows what the open page of a place would show to a
 * stranger, and leads to signing in for the rest.
 */
@Controller
public class HelpButtonController {
  /** As that of all pages, but for who may put it in a frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private final HelpScript script;
  private final OpenDoor door;
  private final OpenPlaces places;
  private final PlaceCodes codes;
  private final Settings settings;

  HelpButtonController(
      HelpScript script, OpenDoor door, OpenPlaces places, PlaceCodes codes, Settings settings) {
    this.script = script;
    this.door = door;
    this.places = places;
    this.codes = codes;
    this.settings = settings;
  }

  /** One who helps, as far as they agreed to be seen without an account. */
  public record Helper(
      String name,
      @Nullable String place,
      String state,
      boolean now,
      @Nullable Instant next,
      @Nullable Instant until) {
    static Helper of(OpenPlaces.Seen seen) {
      var when = seen.when();
      return new Helper(
          seen.name(), seen.place(), when.state().word(), when.isNow(), when.next(), when.until());
    }
  }

  /**
   * @param place null: none was given, or it may not be seen from here
   * @param hidden whether there are more, who are shown to colleagues only
   */
  public record Answer(@Nullable String place, List<Helper> helpers, boolean hidden) {}

  /**
   * @param place null: none was given, or it may not be seen from here
   */
  public record FramePage(
      @Nullable OpenPlace place, String system, String topic, String screen, String error) {}

  @GetMapping("/assets/help.js")
  ResponseEntity<byte[]> script(HttpServletRequest request) {
    var made = script.current();
    var reply =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .eTag(made.tag())
            .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    return Zip.isReadBy(request)
        ? reply.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(made.zipped())
        : reply.body(made.plain());
  }

  /** A browser lets a page read it only when that page's origin was named; others get nothing. */
  @GetMapping("/help-button/answer")
  ResponseEntity<Answer> answer(
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String system,
      HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !set().allows(origin)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).varyBy(HttpHeaders.ORIGIN).build();
    }
    var reply = ResponseEntity.ok().varyBy(HttpHeaders.ORIGIN).cacheControl(CacheControl.noStore());
    if (origin != null) {
      reply.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    return reply.body(
        seen(place, system, request)
            .map(it ->
                new Answer(it.name(), it.seen().stream().map(Helper::of).toList(), it.hidden()))
            .orElse(new Answer(null, List.of(), false)));
  }

  /** Without a script of ours on somebody's page. */
  @GetMapping("/help-button/frame")
  ModelAndView frame(
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String screen,
      @RequestParam(defaultValue = "") String error,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (lang.matches("nl|en")) {
      Pages.speak(request, Locale.of(lang));
    }
    response.setHeader(
        "Content-Security-Policy",
        Stream.concat(Stream.of(POLICY), set().origins().stream())
            .collect(Collectors.joining(" ")));
    return Reply.page(
        "network/helpbutton/frame",
        new FramePage(
            framed(place, system, request).orElse(null),
            key(system),
            key(topic),
            shortened(screen, 100),
            shortened(error, 60)));
  }

  /**
   * A whole office may have one address, and a page with a frame is opened by all of it each
   * morning: who helps is left out then, and a question can still be asked.
   */
  private Optional<OpenPlace> framed(String code, String system, HttpServletRequest request) {
    try {
      return seen(code, system, request);
    } catch (TryLater tooOften) {
      return Optional.empty();
    }
  }

  private Optional<OpenPlace> seen(String code, String system, HttpServletRequest request) {
    if (code.isBlank() || code.length() > 20 || !door.admits(request)) {
      return Optional.empty();
    }
    return codes.location(code).flatMap(location -> places.at(location, key(system)));
  }

  private static String key(String sent) {
    return sent.matches("[\\w.-]{1,60}") ? sent.toLowerCase(Locale.ROOT) : "";
  }

  private static String shortened(String sent, int most) {
    var text = sent.strip();
    return text.length() > most ? text.substring(0, most) : text;
  }

  private HelpButtonSettings set() {
    return settings.get(
        HelpButtonSettings.SETTING, HelpButtonSettings.class, HelpButtonSettings.NONE);
  }
}
