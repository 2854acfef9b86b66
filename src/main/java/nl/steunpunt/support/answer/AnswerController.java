package nl.steunpunt.support.answer;

import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.AnswerId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AnswerController {
  public record AnswerPage(AnswerScreens.Show answer, boolean mayChange) {}

  private final AnswerKeeping keeping;
  private final AnswerScreens screens;

  AnswerController(AnswerKeeping keeping, AnswerScreens screens) {
    this.keeping = keeping;
    this.screens = screens;
  }

  @GetMapping("/answers")
  ModelAndView shelf(
      Me me,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable Long before) {
    return Reply.page("support/answer/shelf", screens.shelf(me, mine, before));
  }

  @GetMapping("/answers/{id}")
  ModelAndView show(Me me, @PathVariable AnswerId id) {
    return Reply.page("support/answer/show", new AnswerPage(screens.show(me, id), mayChange(me)));
  }

  @PostMapping("/answers/{id}")
  ModelAndView change(
      @PathVariable AnswerId id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String why) {
    keeping.change(id, title, text, why);
    return Reply.to("/answers/" + id, "answer.done.changed");
  }

  @PostMapping("/answers/{id}/retirement")
  ModelAndView retire(@PathVariable AnswerId id) {
    keeping.retire(id);
    return Reply.to("/answers/" + id, "answer.done.retired");
  }

  @PostMapping("/answers/{id}/help")
  ModelAndView helped(Me me, @PathVariable AnswerId id) {
    keeping.helped(me, id);
    return Reply.to("/", "answer.done.helped");
  }

  private static boolean mayChange(Me me) {
    return me.is(Role.POWER_USER) || me.is(Role.HELPDESK);
  }

  @Bean
  static MenuEntry answersEntry() {
    return new MenuEntry(45, "/answers", "menu.answers", "book", "power_user");
  }

  @Bean
  static MenuEntry deskAnswersEntry() {
    return new MenuEntry(45, "/answers", "menu.answers", "book", "helpdesk");
  }
}
