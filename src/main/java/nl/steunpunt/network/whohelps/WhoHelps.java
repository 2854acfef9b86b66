package nl.steunpunt.network.whohelps;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.floorplan.PlanSpot;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a person, in a department, at a location, with a system or a topic.
 *
 * @param name of what was asked for; a topic has its own
 * @param person whom the answer is for: who looks, when a system or topic was asked for
 * @param path of a department or location, from the top, itself included
 * @param inside departments or locations directly below
 * @param code of a location's short address
 */
public record WhoHelps(
    Kind kind,
    @Nullable String name,
    @Nullable Topic topic,
    @Nullable Long person,
    List<Place> path,
    List<Place> inside,
    @Nullable String code,
    List<OfSystem> systems) {

  public enum Kind {
    PERSON,
    DEPARTMENT,
    LOCATION,
    SYSTEM,
    TOPIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Place(long id, String name) {}

  /** A floor is called "3": with the building before it. */
  public static String named(List<String> path) {
    var last = path.getLast();
    return last.length() > 2 || path.size() < 2 ? last : path.get(path.size() - 2) + " · " + last;
  }

  /** What was asked about, in this language. */
  public @Nullable String title(String language) {
    if (topic != null) {
      return topic.name(language);
    }
    return kind == Kind.LOCATION ? named(path.stream().map(Place::name).toList()) : name;
  }

  public record Topic(@Nullable Long id, String nameNl, String nameEn) {
    public String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }
  }

  /** Why somebody is shown. */
  public enum Relation {
    SELF,
    PRIMARY,
    SERVES,
    SITS_HERE,
    DEPUTY,
    KNOWS_TOPIC,
    NEAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record OfSystem(long id, String key, String name, boolean unhelped, List<Card> cards) {}

  /**
   * A power user, as a colleague may see them.
   *
   * @param nearness of who is no power user of one's own: as routing's, 0 the same department, 1
   *     floor, 2 building, 3 site, 4 elsewhere
   * @param insteadOf first name of whom a deputy at a place stands in for
   * @param plan where the desk is on the plan of a floor; null: not known
   * @param phone null: not shown
   * @param shownToStrangers agreed that name and place may be seen without an account
   * @param languages ISO 639
   */
  public record Card(
      long id,
      Relation relation,
      @Nullable Integer nearness,
      @Nullable String insteadOf,
      String name,
      @Nullable String function,
      String department,
      @Nullable String place,
      @Nullable String photo,
      @Nullable PlanSpot plan,
      boolean provisional,
      String email,
      @Nullable String phone,
      boolean shownToStrangers,
      List<String> languages,
      boolean there,
      boolean busy,
      @Nullable Stated stated,
      List<DeskHours> deskHours,
      List<Span> absences,
      List<Topic> knows,
      boolean knowsTopic) {

    public String firstName() {
      return name.split(" ", 2)[0];
    }

    /** Where the photo is; null: initials. */
    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }

    public List<String> languageNames(Locale locale) {
      return languages.stream().map(code -> Locale.of(code).getDisplayLanguage(locale)).toList();
    }

    public Availability availability(WorkingCalendar calendar, Instant now) {
      return Availability.of(there, busy, stated, absences, deskHours, calendar, now);
    }
  }
}
