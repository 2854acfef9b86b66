package nl.steunpunt.issues.telling;

import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a power user has to tell, and the taps that say that it was told. */
@Controller
public class TellingController {
  static final String PATH = "/notices";

  private final TellingScreens screens;
  private final NewsTelling telling;

  TellingController(TellingScreens screens, NewsTelling telling) {
    this.screens = screens;
    this.telling = telling;
  }

  public record TodayPart(int issues) {}

  /**
   * @param after the news that the page goes on after; null: it begins with the oldest
   */
  public record NoticesPage(TellingScreens.Notices notices, @Nullable Long after) {
    /** Where the page reads itself anew when there is news. */
    public String again() {
      return PATH + "?again=true" + (after == null ? "" : "&after=" + after);
    }
  }

  /**
   * @param again the page reads itself anew because something happened: nobody need be looking
   */
  @GetMapping(PATH)
  ModelAndView notices(
      Me me,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(defaultValue = "false") boolean again) {
    if (!again) {
      telling.seen(me);
    }
    return Reply.page(
        "issues/telling/notices", new NoticesPage(screens.notices(me.id(), after), after));
  }

  /** Above the inbox. */
  @GetMapping(PATH + "/today")
  ModelAndView today(Me me) {
    return Reply.page("issues/telling/today", new TodayPart(screens.count(me.id())));
  }

  /**
   * @param part only those who are named
   */
  @PostMapping(PATH + "/{id}/receipt")
  ModelAndView told(
      Me me,
      @PathVariable IssueId id,
      @RequestParam NewsId news,
      @RequestParam(defaultValue = "false") boolean part,
      @RequestParam(defaultValue = "") List<PersonId> person) {
    var told = part ? telling.toldSome(me, id, news, person) : telling.told(me, id, news);
    return Reply.to(PATH, "telling.done.told", told);
  }

  @PostMapping(PATH + "/{id}/receipt/undoing")
  ModelAndView takeBack(Me me, @PathVariable IssueId id, @RequestParam NewsId news) {
    telling.takeBack(me, id, news);
    return Reply.to(PATH + "#issue-" + id, "telling.done.taken_back");
  }

  @PostMapping(PATH + "/{id}/dispute")
  ModelAndView notSo(
      Me me,
      @PathVariable IssueId id,
      @RequestParam NewsId news,
      @RequestParam(defaultValue = "") String text) {
    telling.notSo(me, id, news, text);
    return Reply.to(PATH, "telling.done.not_so");
  }

  @PostMapping(PATH + "/{id}/words")
  ModelAndView say(
      Me me,
      @PathVariable IssueId id,
      @RequestParam NewsId news,
      @RequestParam(defaultValue = "") String nl,
      @RequestParam(defaultValue = "") String en) {
    telling.say(me, id, news, nl, en);
    return Reply.to(PATH + "#issue-" + id, "telling.done.words");
  }

  @Bean
  static MenuEntry noticesToTellEntry() {
    return new MenuEntry(22, PATH, "telling.title", "speech", "power_user");
  }
}
