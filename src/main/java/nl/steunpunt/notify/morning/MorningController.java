package nl.steunpunt.notify.morning;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When my mail of the morning comes; its form stands on the page of notices. */
@Controller
public class MorningController {
  private static final int MINUTES_APART = 30;

  private final Mornings mornings;
  private final Messages messages;

  MorningController(Mornings mornings, Messages messages) {
    this.mornings = mornings;
    this.messages = messages;
  }

  /** What can be chosen, and what is. */
  public record Times(LocalTime chosen, List<LocalTime> all) {
    public static Times of(LocalTime chosen) {
      return new Times(
          chosen,
          Stream.iterate(
                  Mornings.EARLIEST,
                  time -> !time.isAfter(Mornings.LATEST),
                  time -> time.plusMinutes(MINUTES_APART))
              .toList());
    }
  }

  @PostMapping("/account/notices/morning")
  ModelAndView choose(Me me, @RequestParam(defaultValue = "") String at) {
    var time =
        Times.of(Mornings.USUAL).all().stream()
            .filter(one -> one.toString().equals(at))
            .findFirst()
            .orElseThrow(() -> Refusal.of("notice.morning.wrong").at("morning"));
    mornings.choose(me.id(), time);
    var clock = messages.text(me.locale(), "time.clock", Moments.clock(time, me.locale()));
    return Reply.to("/account/notices", "notice.morning.saved", clock);
  }
}
