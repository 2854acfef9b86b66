package nl.steunpunt.network.profile;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.network.PhotoTaking;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.network.whohelps.WhoHelps.Relation;
import nl.steunpunt.network.whohelps.WhoHelpsScreens;
import nl.steunpunt.network.whohelps.WhoHelpsSettings;
import nl.steunpunt.network.whohelps.WhoPage.Shown;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.picture.Crop;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One's own: a power user says what colleagues see. */
@Controller
public class ProfileController {
  private static final String PATH = "/profile";

  /** Those that are spoken at work in the Netherlands; ISO 639. */
  private static final List<String> LANGUAGES =
      List.of(
          "nl", "en", "de", "fr", "es", "it", "pt", "pl", "ro", "bg", "hu", "uk", "ru", "tr", "ar",
          "fa", "so", "ti", "zh", "hi", "id", "fy", "pap");

  private final ProfileScreens screens;
  private final WhoHelpsScreens whoHelps;
  private final Profiles profiles;
  private final PhotoTaking photos;
  private final Settings settings;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  ProfileController(
      ProfileScreens screens,
      WhoHelpsScreens whoHelps,
      Profiles profiles,
      PhotoTaking photos,
      Settings settings,
      OrganisationCalendar calendar,
      Clock clock) {
    this.screens = screens;
    this.whoHelps = whoHelps;
    this.profiles = profiles;
    this.photos = photos;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
  }

  public record Language(String code, String name, boolean spoken) {}

  /**
   * @param seen the card as colleagues see it; null: no system that is in use
   */
  public record ProfilePage(
      ProfileScreens.Own own,
      List<Language> languages,
      @Nullable Shown seen,
      WhoHelpsSettings settings) {}

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    var own = screens.of(me);
    var set = settings.get(WhoHelpsSettings.SETTING, WhoHelpsSettings.class, WhoHelpsSettings.NONE);
    var seen =
        whoHelps.person(me.id(), null, null).stream()
            .flatMap(it -> it.systems().stream())
            .flatMap(system -> system.cards().stream())
            .filter(card -> card.relation() == Relation.SELF)
            .findFirst()
            .map(card ->
                new Shown(
                    card,
                    card.availability(calendar.current(), clock.instant()),
                    set.chat(card.email(), card.name())))
            .orElse(null);
    return Reply.page(
        "network/profile/profile", new ProfilePage(own, languages(own, me.locale()), seen, set));
  }

  private static List<Language> languages(ProfileScreens.Own own, Locale locale) {
    var spoken = own.languages().isEmpty() ? List.of(own.language()) : own.languages();
    var names = Comparator.comparing(Language::name, java.text.Collator.getInstance(locale));
    return Stream.concat(LANGUAGES.stream(), spoken.stream())
        .distinct()
        .map(code ->
            new Language(code, Locale.of(code).getDisplayLanguage(locale), spoken.contains(code)))
        .sorted(Comparator.comparing(Language::spoken).reversed().thenComparing(names))
        .toList();
  }

  @PostMapping(PATH)
  ModelAndView save(
      Me me,
      @RequestParam(defaultValue = "") List<String> language,
      @RequestParam(defaultValue = "false") boolean phone,
      @RequestParam(defaultValue = "false") boolean strangers) {
    var own = screens.of(me);
    var spoken = language.stream().distinct().toList();
    if (spoken.isEmpty()) {
      throw Refusal.of("profile.refused.language");
    }
    if (!spoken.stream()
        .allMatch(code -> LANGUAGES.contains(code) || own.languages().contains(code))) {
      throw Refusal.of("profile.refused.language_unknown");
    }
    profiles.change(me.id(), new Profiles.Profile(spoken, phone, strangers));
    return Reply.to(PATH, "profile.done.saved");
  }

  @PostMapping(PATH + "/paper")
  ModelAndView print(
      Me me,
      @RequestParam(defaultValue = "false") boolean name,
      @RequestParam(defaultValue = "false") boolean photo) {
    if (photo && !name) {
      throw Refusal.of("profile.refused.photo_alone").at("paper-photo");
    }
    profiles.print(me.id(), name, photo);
    return Reply.to(PATH + "#paper", "profile.done.paper");
  }

  @PostMapping(PATH + "/plan")
  ModelAndView standOnPlan(Me me, @RequestParam(defaultValue = "false") boolean plan) {
    profiles.standOnPlan(me.id(), plan);
    return Reply.to(PATH + "#plan", "profile.done.plan");
  }

  @PostMapping(PATH + "/desk-hours")
  ModelAndView addHours(
      Me me,
      @RequestParam(defaultValue = "") List<String> day,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    var days = day.stream().map(ProfileController::weekday).distinct().toList();
    if (days.isEmpty()) {
      throw Refusal.of("profile.refused.day");
    }
    var begins = time(from, "from");
    var ends = time(until, "until");
    if (!begins.isBefore(ends)) {
      throw Refusal.of("profile.refused.order").at("until");
    }
    if (!profiles.addHours(me.id(), days, begins, ends)) {
      throw Refusal.of("profile.refused.many");
    }
    return Reply.to(PATH + "#desk-hours", "profile.done.hours");
  }

  @PostMapping(PATH + "/desk-hours/removal")
  ModelAndView removeHours(Me me, @RequestParam String day, @RequestParam String from) {
    profiles.removeHours(me.id(), weekday(day), time(from, "from"));
    return Reply.to(PATH + "#desk-hours", "profile.done.hours");
  }

  /**
   * @param x where the square's centre is, in parts of the width; y likewise, of the height
   * @param side of the square, in parts of the short side; without these three: the middle
   */
  @PostMapping(PATH + "/photo")
  ModelAndView takePhoto(
      Me me,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      @RequestParam(defaultValue = "") String x,
      @RequestParam(defaultValue = "") String y,
      @RequestParam(defaultValue = "") String side)
      throws IOException {
    if (photo == null || photo.isEmpty()) {
      throw Refusal.of("profile.refused.no_photo");
    }
    try (var sent = photo.getInputStream()) {
      photos.take(me.id(), sent, Crop.of(x, y, side));
    }
    return Reply.to(PATH, "profile.done.photo");
  }

  @PostMapping(PATH + "/photo/removal")
  ModelAndView removePhoto(Me me) {
    profiles.removePhoto(me.id());
    return Reply.to(PATH, "profile.done.photo_removed");
  }

  private static DayOfWeek weekday(String typed) {
    if (!typed.matches("[1-7]")) {
      throw Refusal.of("profile.refused.day");
    }
    return DayOfWeek.of(Integer.parseInt(typed));
  }

  private static LocalTime time(String typed, String field) {
    return LocalMoment.time(typed).orElseThrow(() -> Refusal.of("profile.refused.time").at(field));
  }

  @Bean
  static MenuEntry profileEntry() {
    return MenuEntry.mine(12, PATH, "profile.title", "person", "power_user");
  }
}
