package nl.steunpunt.network.whohelps;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.steunpunt.network.place.PlaceCodes;
import nl.steunpunt.network.place.PlaceScans;
import nl.steunpunt.network.whohelps.WhoHelpsScreens.FoundKind;
import nl.steunpunt.network.whohelps.WhoHelpsScreens.Hit;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who helps at a place, for who holds a phone to a poster or cannot sign in. Of each power user no
 * more than they agreed to, of one place at a time: there is nothing to collect.
 */
@Controller
public class OpenController {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 100;
  private static final int MOST_PLACES = 5;

  private final OpenDoor door;
  private final WhoHelpsScreens screens;
  private final PlaceCodes codes;
  private final PlaceScans scans;
  private final OpenPlaces open;
  private final Settings settings;

  OpenController(
      OpenDoor door,
      WhoHelpsScreens screens,
      PlaceCodes codes,
      PlaceScans scans,
      OpenPlaces open,
      Settings settings) {
    this.door = door;
    this.screens = screens;
    this.codes = codes;
    this.scans = scans;
    this.open = open;
    this.settings = settings;
  }

  /** A place that was found, by the code of its short address. */
  public record Found(String name, String path, String address) {}

  /**
   * @param q what was typed; empty: nothing
   * @param places that were found for it
   * @param place the one that was chosen, with all above it; empty: none
   * @param hidden whether somebody helps there who is shown to colleagues only
   * @param old a code led here that leads nowhere any more
   * @param signIn where signing in leads
   */
  public record OpenPage(
      String q,
      List<Found> places,
      List<String> place,
      List<OpenPlaces.Seen> seen,
      boolean hidden,
      boolean old,
      String signIn,
      WhoHelpsSettings settings) {
    public String title() {
      return WhoHelps.named(place);
    }
  }

  @GetMapping(OpenDoor.PATH)
  ModelAndView find(
      @Nullable Me me, @RequestParam(defaultValue = "") String q, HttpServletRequest request) {
    if (me != null) {
      return Reply.to("/who-helps");
    }
    var typed = q.strip();
    if (!door.admitsSearch(typed, request)) {
      return signIn("/who-helps");
    }
    var places =
        typed.length() < SHORTEST || typed.length() > LONGEST ? List.<Found>of() : places(typed);
    return page(
        new OpenPage(
            typed, places, List.of(), List.of(), false, false, signInAddress("/who-helps"), set()));
  }

  /** What stands on paper. Without an account, where that is allowed; else after signing in. */
  @GetMapping("/h/{code}")
  ModelAndView show(@Nullable Me me, @PathVariable String code, HttpServletRequest request) {
    if (me == null && !door.admitsTo(code, request)) {
      return signIn("/h/" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }
    var sign = codes.sign(code).orElseThrow(NotFound::new);
    scans.count(code, request);
    if (me != null) {
      return sign.old()
          ? Reply.to("/who-helps", "who.old_sign.mine")
          : Reply.to("/who-helps?location=" + sign.location());
    }
    return sign.old() ? oldSign() : place(sign.location(), "/h/" + code);
  }

  /** Paper that should have been taken away still helps on. */
  private ModelAndView oldSign() {
    var reply =
        page(
            new OpenPage(
                "",
                List.of(),
                List.of(),
                List.of(),
                false,
                true,
                signInAddress("/who-helps"),
                set()));
    reply.setStatus(HttpStatus.GONE);
    return reply;
  }

  private List<Found> places(String typed) {
    var hits =
        screens.find(typed).found().stream()
            .filter(hit -> hit.kind() == FoundKind.LOCATION)
            .limit(MOST_PLACES)
            .toList();
    var known = codes.of(hits.stream().map(Hit::id).toList());
    return hits.stream()
        .filter(hit -> known.containsKey(hit.id()))
        .map(hit -> new Found(hit.name(""), hit.about(), "/h/" + known.get(hit.id())))
        .toList();
  }

  private ModelAndView place(long location, String address) {
    var it = open.at(location, "").orElseThrow(NotFound::new);
    return page(
        new OpenPage(
            "",
            List.of(),
            it.path(),
            it.seen(),
            it.hidden(),
            false,
            signInAddress(address),
            set()));
  }

  private WhoHelpsSettings set() {
    return settings.get(WhoHelpsSettings.SETTING, WhoHelpsSettings.class, WhoHelpsSettings.NONE);
  }

  private static ModelAndView page(OpenPage page) {
    return Reply.page("network/whohelps/open", page);
  }

  private static ModelAndView signIn(String to) {
    return Reply.to(signInAddress(to));
  }

  private static String signInAddress(String to) {
    return "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }
}
