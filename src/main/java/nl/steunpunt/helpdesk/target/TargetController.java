package nl.steunpunt.helpdesk.target;

import java.util.List;
import nl.steunpunt.helpdesk.DeskLead;
import nl.steunpunt.helpdesk.DeskPeople;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class TargetController {
  private static final String PATH = "/desk/targets";
  private static final String TEMPLATE = "helpdesk/target/targets";

  /**
   * @param leads numbers of those who arrange the desk; empty: each of the desk
   * @param mayName whether the viewer says who they are
   */
  public record TargetPage(
      TargetForm form,
      List<FieldError> errors,
      List<DeskPeople.Colleague> colleagues,
      List<Long> leads,
      boolean mayName) {
    public Severity[] severities() {
      return Severity.values();
    }
  }

  private final TicketReckoning reckoning;
  private final DeskLead lead;
  private final DeskPeople people;

  TargetController(TicketReckoning reckoning, DeskLead lead, DeskPeople people) {
    this.reckoning = reckoning;
    this.lead = lead;
    this.people = people;
  }

  /** A field with a comma in it is one field, also when it is sent alone. */
  @InitBinder
  void lists(WebDataBinder binder) {
    binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    lead.require(me);
    return Reply.page(TEMPLATE, page(me, TargetForm.of(reckoning.settings()), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView save(Me me, @ModelAttribute TargetForm form) {
    lead.require(me);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(me, form, errors));
    }
    reckoning.change(form.settings());
    return Reply.to(PATH, "targets.saved");
  }

  /** Nobody: each of the desk arranges it. */
  @PostMapping(PATH + "/leads")
  ModelAndView name(Me me, @RequestParam(required = false) @Nullable List<Long> person) {
    if (!me.is(Role.ADMINISTRATOR)) {
      throw new NotFound();
    }
    lead.name(person == null ? List.of() : person);
    return Reply.to(PATH, "targets.leads.saved");
  }

  private TargetPage page(Me me, TargetForm form, List<FieldError> errors) {
    return new TargetPage(
        form, errors, people.colleagues(), lead.leads().people(), me.is(Role.ADMINISTRATOR));
  }

  @Bean
  static AdminEntry deskArranging() {
    return new AdminEntry(47, PATH, "desk", "desk.arrange", "desk.arrange.lead");
  }
}
