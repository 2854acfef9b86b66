package nl.steunpunt.campaign.step;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To whom a step goes: chosen, counted, and then sent. */
@Controller
public class AudienceController {
  private static final String STEP = CampaignController.PATH + "/steps/{id}";

  private final StepSending sending;
  private final Audiences audiences;
  private final Mails mails;

  AudienceController(StepSending sending, Audiences audiences, Mails mails) {
    this.sending = sending;
    this.audiences = audiences;
    this.mails = mails;
  }

  /**
   * @param departments to choose from
   * @param chosenDepartments to be in one of these; empty: all
   */
  public record AudiencePage(
      Step step,
      Audience audience,
      List<Audiences.Place> departments,
      List<Audiences.Place> locations,
      List<Audiences.Place> chosenDepartments,
      List<Audiences.Place> chosenLocations,
      Audiences.Count count,
      boolean hasMail) {

    public String address() {
      return StepController.address(step.id());
    }

    /** The page without this one. */
    public String without(String kind, long id) {
      return address()
          + "/audience?"
          + Stream.of(
                  query("department", audience.departments(), kind, id),
                  query("location", audience.locations(), kind, id),
                  Stream.of("helped=" + audience.helped()))
              .flatMap(some -> some)
              .collect(Collectors.joining("&"));
    }

    private static Stream<String> query(String name, List<Long> ids, String kind, long without) {
      return ids.stream()
          .filter(id -> !(name.equals(kind) && id == without))
          .map(id -> name + "=" + id);
    }
  }

  @GetMapping(STEP + "/audience")
  ModelAndView choose(
      @PathVariable StepId id,
      @RequestParam(defaultValue = "") List<Long> department,
      @RequestParam(defaultValue = "") List<Long> location,
      @RequestParam(defaultValue = "false") boolean helped) {
    var step = sending.sendable(id);
    var audience = audience(department, location, helped);
    var departments = audiences.departments();
    var locations = audiences.locations();
    return Reply.page(
        "campaign/step/audience",
        new AudiencePage(
            step,
            audience,
            departments,
            locations,
            departments.stream().filter(one -> audience.departments().contains(one.id())).toList(),
            locations.stream().filter(one -> audience.locations().contains(one.id())).toList(),
            sending.count(step, audience),
            mails.isSetUp()));
  }

  @PostMapping(STEP + "/sendings")
  ModelAndView send(
      Me me,
      @PathVariable StepId id,
      @RequestParam(defaultValue = "") List<Long> department,
      @RequestParam(defaultValue = "") List<Long> location,
      @RequestParam(defaultValue = "false") boolean helped) {
    var readers = sending.send(me, id, audience(department, location, helped));
    return Reply.to(StepController.address(id), "campaign.done.sending", readers);
  }

  /** One that does not exist is kept: it makes the audience smaller, never larger. */
  private static Audience audience(List<Long> departments, List<Long> locations, boolean helped) {
    var audience =
        new Audience(
            departments.stream().filter(Objects::nonNull).distinct().toList(),
            locations.stream().filter(Objects::nonNull).distinct().toList(),
            helped);
    if (audience.departments().size() > Audience.MOST
        || audience.locations().size() > Audience.MOST) {
      throw Refusal.of("campaign.refused.many", Audience.MOST);
    }
    return audience;
  }
}
