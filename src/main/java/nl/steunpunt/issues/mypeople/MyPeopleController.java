package nl.steunpunt.issues.mypeople;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import nl.steunpunt.issues.mypeople.MyPeopleScreens.Filter;
import nl.steunpunt.issues.mypeople.MyPeopleScreens.Kind;
import nl.steunpunt.issues.mypeople.MyPeopleScreens.People;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class MyPeopleController {
  private static final String PATH = "/my-people";

  private final MyPeopleScreens screens;

  MyPeopleController(MyPeopleScreens screens) {
    this.screens = screens;
  }

  /**
   * @param more where the next page is; null: this is the last
   */
  public record PeoplePage(People it, Filter filter, @Nullable String more) {
    /** Where it is renewed from. */
    public String address() {
      var before = filter.before();
      return before == null
          ? MyPeopleController.address(filter)
          : MyPeopleController.more(filter, before, filter.key());
    }

    public boolean isFiltered() {
      return filter.kind() != null || filter.department() != null || filter.location() != null;
    }

    public boolean isOf(@Nullable Kind kind) {
      return filter.kind() == kind;
    }
  }

  @GetMapping(PATH)
  ModelAndView show(
      Me me,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(required = false) @Nullable Instant before,
      @RequestParam(defaultValue = "") String key) {
    var filter = new Filter(kind(kind), department, location, before, key);
    var found = screens.people(me.id(), filter, MyPeopleScreens.ROWS);
    if (found.rows().size() <= MyPeopleScreens.ROWS) {
      return Reply.page("issues/mypeople/my-people", new PeoplePage(found, filter, null));
    }
    var rows = found.rows().subList(0, MyPeopleScreens.ROWS);
    var page =
        new People(
            rows, found.people(), found.standingIn(), found.departments(), found.locations());
    var last = rows.getLast();
    var more = more(filter, last.since(), last.key());
    return Reply.page("issues/mypeople/my-people", new PeoplePage(page, filter, more));
  }

  /** Of the rows after that one. */
  private static String more(Filter filter, Instant since, String key) {
    return address(filter) + "&before=" + since + "&key=" + URLEncoder.encode(key, UTF_8);
  }

  private static String address(Filter filter) {
    var chosen = filter.kind();
    return PATH
        + "?kind="
        + (chosen == null ? "" : chosen.word())
        + "&department="
        + (filter.department() == null ? "" : filter.department())
        + "&location="
        + (filter.location() == null ? "" : filter.location());
  }

  private static @Nullable Kind kind(String word) {
    return switch (word) {
      case "issue" -> Kind.ISSUE;
      case "question" -> Kind.QUESTION;
      default -> null;
    };
  }

  @Bean
  static MenuEntry myPeopleEntry() {
    return MenuEntry.mine(4, PATH, "mypeople.title", "who", "power_user");
  }
}
