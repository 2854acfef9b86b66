package nl.steunpunt.helpdesk.queue;

import java.util.List;
import nl.steunpunt.helpdesk.DeskLead;
import nl.steunpunt.helpdesk.DeskPeople;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class QueueController {
  private static final String PATH = "/desk/queues";
  private static final String ONE = "helpdesk/queue/one";

  private final Queues queues;
  private final QueueScreens screens;
  private final DeskLead lead;
  private final Desk desk;
  private final DeskPeople people;

  QueueController(
      Queues queues, QueueScreens screens, DeskLead lead, Desk desk, DeskPeople people) {
    this.queues = queues;
    this.screens = screens;
    this.lead = lead;
    this.desk = desk;
    this.people = people;
  }

  /**
   * @param id null: a new one
   */
  public record OnePage(
      @Nullable Long id,
      boolean fallback,
      QueueForm form,
      List<Desk.SystemChoice> systems,
      List<DeskPeople.Colleague> colleagues,
      List<FieldError> errors) {
    public String action() {
      return id == null ? PATH : PATH + "/" + id;
    }
  }

  @GetMapping(PATH)
  ModelAndView list(Me me) {
    lead.require(me);
    return Reply.page("helpdesk/queue/list", screens.all());
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh(Me me) {
    lead.require(me);
    return Reply.page(ONE, page(null, QueueForm.EMPTY, desk.systems(), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(Me me, @ModelAttribute QueueForm form) {
    lead.require(me);
    var errors = form.errors(queues.isTaken(form.nameNl(), null));
    var systems = desk.systems();
    if (!errors.isEmpty()) {
      return Reply.again(ONE, page(null, form, systems, errors));
    }
    queues.add(form, form.chosen(systems));
    return Reply.to(PATH, "queue.done.added", form.nameNl());
  }

  @GetMapping(PATH + "/{queue}")
  ModelAndView show(Me me, @PathVariable QueueId queue) {
    lead.require(me);
    var it = queues.one(queue);
    var form =
        new QueueForm(it.nameNl(), it.nameEn(), queues.leadingTo(queue), queues.people(queue));
    return Reply.page(ONE, page(it, form, desk.systems(), List.of()));
  }

  @PostMapping(PATH + "/{queue}")
  ModelAndView save(Me me, @PathVariable QueueId queue, @ModelAttribute QueueForm form) {
    lead.require(me);
    var it = queues.one(queue);
    var errors = form.errors(queues.isTaken(form.nameNl(), queue));
    var systems = desk.systems();
    if (!errors.isEmpty()) {
      return Reply.again(ONE, page(it, form, systems, errors));
    }
    queues.change(queue, form, form.chosen(systems));
    return Reply.to(PATH, "queue.done.changed", form.nameNl());
  }

  private OnePage page(
      Queues.@Nullable Queue it,
      QueueForm form,
      List<Desk.SystemChoice> systems,
      List<FieldError> errors) {
    return new OnePage(
        it == null ? null : it.id().value(),
        it != null && it.fallback(),
        form,
        systems,
        people.colleagues(),
        errors);
  }

  @PostMapping(PATH + "/{queue}/retirement")
  ModelAndView retire(Me me, @PathVariable QueueId queue) {
    lead.require(me);
    return Reply.to(PATH, "queue.done.retired", queues.retire(queue, me.language()));
  }
}
