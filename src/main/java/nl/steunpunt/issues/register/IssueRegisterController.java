package nl.steunpunt.issues.register;

import nl.steunpunt.issues.issue.Owners;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
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

@Controller
public class IssueRegisterController {
  /**
   * @param worker sees whose an issue is, and may report one
   */
  public record RegisterPage(IssueRegisterScreens.Register register, Wish wish, boolean worker) {
    public IssueRegisterScreens.@Nullable View view() {
      return register.viewOf(wish.query());
    }
  }

  private final IssueRegisterScreens screens;
  private final SavedViews views;

  IssueRegisterController(IssueRegisterScreens screens, SavedViews views) {
    this.screens = screens;
    this.views = views;
  }

  @GetMapping("/issues")
  ModelAndView register(
      Me me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(defaultValue = "") String workaround,
      @RequestParam(defaultValue = "") String release,
      @RequestParam(required = false) @Nullable Long before) {
    var wish = new Wish(q, status, system, topic, severity, owner, mine, workaround, release);
    var worker = isWorker(me);
    return Reply.page(
        "issues/register/register",
        new RegisterPage(screens.register(me, worker, wish, before), wish, worker));
  }

  @PostMapping("/issues/views")
  ModelAndView save(
      Me me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String query) {
    var wish = Query.wish(query);
    views.save(me, name, wish);
    return Reply.to(address(wish), "issue.view.done.saved");
  }

  @PostMapping("/issues/views/{view}")
  ModelAndView keep(Me me, @PathVariable long view, @RequestParam(defaultValue = "") String query) {
    var wish = Query.wish(query);
    views.keep(me, view, wish);
    return Reply.to(address(wish), "issue.view.done.kept");
  }

  @PostMapping("/issues/views/{view}/name")
  ModelAndView rename(
      Me me,
      @PathVariable long view,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String query) {
    views.rename(me, view, name);
    return Reply.to(address(Query.wish(query)), "issue.view.done.renamed");
  }

  @PostMapping("/issues/views/{view}/removal")
  ModelAndView remove(Me me, @PathVariable long view) {
    views.remove(me, view);
    return Reply.to("/issues");
  }

  @PostMapping("/issues/views/{view}/undoing")
  ModelAndView putBack(Me me, @PathVariable long view) {
    views.putBack(me, view);
    return Reply.to("/issues", "issue.view.done.put_back");
  }

  private static String address(Wish wish) {
    return "/issues" + Wish.behind(wish.query());
  }

  static boolean isWorker(Me me) {
    return me.is(Role.POWER_USER) || Owners.mayOwn(me);
  }

  @Bean
  static MenuEntry issuesEntry() {
    return new MenuEntry(40, "/issues", "menu.issues", "issue", null);
  }
}
