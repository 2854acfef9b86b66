package nl.steunpunt.network.hours;

import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.hours.TeamHoursScreens.Member;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A line manager's page about the hours of the power users among their people. */
@Controller
public class TeamHoursController {
  private static final String PATH = "/team-hours";
  private static final String TEMPLATE = "network/hours/team";

  /**
   * @param at the mandate whose form was refused
   */
  public record TeamPage(
      List<Member> members,
      int lowest,
      int highest,
      @Nullable Long at,
      String share,
      String words,
      @Nullable Refusal refused) {}

  private final TeamHoursScreens screens;
  private final TeamHoursDeciding deciding;
  private final AgreementKeeping keeping;

  TeamHoursController(
      TeamHoursScreens screens, TeamHoursDeciding deciding, AgreementKeeping keeping) {
    this.screens = screens;
    this.deciding = deciding;
    this.keeping = keeping;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page(TEMPLATE, page(me, null, "", "", null));
  }

  @PostMapping(PATH + "/{mandate}/share")
  ModelAndView share(
      Me me,
      @PathVariable MandateId mandate,
      @RequestParam(defaultValue = "") String share,
      @RequestParam(defaultValue = "") String words) {
    try {
      deciding.share(me, mandate, percent(share), words.isBlank() ? null : words.strip());
      return Reply.to(PATH, "team_hours.done.share");
    } catch (Refusal refusal) {
      return Reply.again(TEMPLATE, page(me, mandate.value(), share, words, refusal));
    }
  }

  @PostMapping(PATH + "/{mandate}/talk")
  ModelAndView talk(Me me, @PathVariable MandateId mandate) {
    deciding.talk(me, mandate);
    return Reply.to(PATH, "team_hours.done.talk");
  }

  private TeamPage page(
      Me me, @Nullable Long at, String share, String words, @Nullable Refusal refused) {
    var settings = keeping.settings();
    return new TeamPage(
        screens.of(me.id(), keeping.today()),
        settings.lowest(),
        settings.highest(),
        at,
        share,
        words,
        refused);
  }

  private int percent(String typed) {
    var text = typed.replace("%", "").strip();
    if (!text.matches("\\d{1,3}")) {
      var settings = keeping.settings();
      throw Refusal.of("mandate.refused.share", settings.lowest(), settings.highest());
    }
    return Integer.parseInt(text);
  }
}
