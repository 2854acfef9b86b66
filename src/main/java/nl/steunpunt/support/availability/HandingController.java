package nl.steunpunt.support.availability;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.question.QuestionHanding;
import nl.steunpunt.support.question.QuestionHanding.Destination;
import nl.steunpunt.support.question.QuestionHanding.Which;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My inbox in other hands, after saying how many questions go to whom. */
@Controller
public class HandingController {
  public record Choice(Which which, List<Destination> to) {
    public int questions() {
      return to.stream().mapToInt(Destination::questions).sum();
    }
  }

  public record HandingPage(List<Destination> untaken, List<Destination> all) {

    /** Only what differs: with nothing taken up, what was not is all. */
    public List<Choice> choices() {
      var some = new Choice(Which.UNTAKEN, untaken);
      var every = new Choice(Which.ALL, all);
      return Stream.of(some, every)
          .filter(choice -> choice.questions() > 0)
          .filter(choice -> choice == every || some.questions() < every.questions())
          .toList();
    }
  }

  private final QuestionHanding handing;

  HandingController(QuestionHanding handing) {
    this.handing = handing;
  }

  @GetMapping("/inbox/handing")
  ModelAndView ask(Me me) {
    var to = handing.preview(me.id());
    return Reply.page("support/availability/handing", new HandingPage(to.untaken(), to.all()));
  }

  @PostMapping("/inbox/handing")
  ModelAndView hand(Me me, @RequestParam(defaultValue = "all") String which) {
    var done = new Choice(which(which), handing.hand(me.id(), which(which)));
    var first = done.to().stream().map(Destination::name).findFirst().orElse(null);
    if (done.to().size() == 1 && first != null) {
      return Reply.to("/inbox", "handing.done.one", done.questions(), first);
    }
    return Reply.to("/inbox", "handing.done.more", done.questions());
  }

  /**
   * @param at the moment of the handing that stood on the page: of another one nothing comes back
   */
  @PostMapping("/inbox/handing/undoing")
  ModelAndView undo(Me me, @RequestParam Instant at) {
    return Reply.to("/inbox", "handing.undone", handing.takeBack(me.id(), at));
  }

  private static Which which(String word) {
    try {
      return Which.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("handing.refused");
    }
  }
}
