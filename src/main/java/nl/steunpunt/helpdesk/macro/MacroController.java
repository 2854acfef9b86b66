package nl.steunpunt.helpdesk.macro;

import java.util.List;
import java.util.UUID;
import nl.steunpunt.helpdesk.DeskLead;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.queue.Queues;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class MacroController {
  private static final String PATH = "/desk/macros";
  private static final String ONE = "helpdesk/macro/one";

  private final Macros macros;
  private final MacroApplying applying;
  private final CannedAnswers answers;
  private final Queues queues;
  private final DeskLead lead;

  MacroController(
      Macros macros, MacroApplying applying, CannedAnswers answers, Queues queues, DeskLead lead) {
    this.macros = macros;
    this.applying = applying;
    this.answers = answers;
    this.queues = queues;
    this.lead = lead;
  }

  /**
   * @param id null: a new one
   */
  public record OnePage(
      @Nullable Long id,
      MacroForm form,
      List<CannedAnswers.Answer> answers,
      List<Queues.Queue> queues,
      List<FieldError> errors) {
    public String action() {
      return id == null ? PATH : PATH + "/" + id;
    }

    public CloseReason[] reasons() {
      return CloseReason.values();
    }

    public Severity[] severities() {
      return Severity.values();
    }
  }

  @GetMapping(PATH)
  ModelAndView list(Me me) {
    lead.require(me);
    return Reply.page("helpdesk/macro/list", macros.active());
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh(Me me) {
    lead.require(me);
    return Reply.page(ONE, page(null, MacroForm.EMPTY, List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(Me me, @ModelAttribute MacroForm form) {
    lead.require(me);
    var errors = form.errors(isThere(form));
    if (!errors.isEmpty()) {
      return Reply.again(ONE, page(null, form, errors));
    }
    macros.add(form);
    return Reply.to(PATH, "macro.done.saved", form.nameNl());
  }

  @GetMapping(PATH + "/{macro}")
  ModelAndView show(Me me, @PathVariable MacroId macro) {
    lead.require(me);
    var it = macros.one(macro);
    var form =
        new MacroForm(
            it.nameNl(),
            it.nameEn(),
            it.cannedId(),
            it.closeReason() == null ? "" : it.closeReason().word(),
            it.severity() == null ? "" : it.severity().word(),
            it.queueId(),
            it.takes());
    return Reply.page(ONE, page(macro.value(), form, List.of()));
  }

  @PostMapping(PATH + "/{macro}")
  ModelAndView save(Me me, @PathVariable MacroId macro, @ModelAttribute MacroForm form) {
    lead.require(me);
    macros.one(macro);
    var errors = form.errors(isThere(form));
    if (!errors.isEmpty()) {
      return Reply.again(ONE, page(macro.value(), form, errors));
    }
    macros.change(macro, form);
    return Reply.to(PATH, "macro.done.saved", form.nameNl());
  }

  @PostMapping(PATH + "/{macro}/retirement")
  ModelAndView retire(Me me, @PathVariable MacroId macro) {
    lead.require(me);
    return Reply.to(PATH, "macro.done.retired", macros.retire(macro));
  }

  @PostMapping("/desk/questions/{question}/macro")
  ModelAndView apply(
      Me me,
      @PathVariable QuestionId question,
      @RequestParam MacroId macro,
      @RequestParam(required = false) @Nullable UUID clientId) {
    var applied = applying.apply(me, question, macro, Sending.orNew(clientId));
    var to = applied.closeReason() == null ? "/questions/" + question : "/desk";
    return Reply.to(to, "macro.done.applied", applied.name(me.language()));
  }

  /** To all that were chosen in the queue. */
  @PostMapping("/desk/bulk/macro")
  ModelAndView applyToAll(
      Me me,
      @RequestParam(defaultValue = "") List<QuestionId> question,
      @RequestParam(required = false) @Nullable MacroId macro,
      @RequestParam(required = false) @Nullable UUID sending) {
    if (question.isEmpty()) {
      throw Refusal.of("deed.refused.none");
    }
    if (macro == null) {
      throw Refusal.of("macro.refused.none").at("macro");
    }
    var applied = applying.applyToAll(me, question, macro, sending);
    return Reply.to(
        "/desk",
        "macro.done.applied_all",
        applied.macro().name(me.language()),
        applied.done(),
        applied.left());
  }

  private boolean isThere(MacroForm form) {
    return (form.canned() == null || answers.find(form.canned()).isPresent())
        && (form.queue() == null || queues.find(form.queue()).isPresent());
  }

  private OnePage page(@Nullable Long id, MacroForm form, List<FieldError> errors) {
    return new OnePage(id, form, answers.active(), queues.active(), errors);
  }
}
