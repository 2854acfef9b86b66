package nl.steunpunt.helpdesk.canned;

import java.util.List;
import nl.steunpunt.helpdesk.DeskLead;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class CannedController {
  private static final String PATH = "/desk/answers";
  private static final String ONE = "helpdesk/canned/one";

  private final CannedAnswers answers;
  private final DeskLead lead;

  CannedController(CannedAnswers answers, DeskLead lead) {
    this.answers = answers;
    this.lead = lead;
  }

  /**
   * @param id null: a new one
   */
  public record OnePage(@Nullable Long id, CannedForm form, List<FieldError> errors) {
    public String action() {
      return id == null ? PATH : PATH + "/" + id;
    }

    public String fields(String language) {
      var names = language.equals("nl") ? CannedForm.FIELDS_NL : CannedForm.FIELDS_EN;
      return "{" + String.join("}, {", names) + "}";
    }
  }

  @GetMapping(PATH)
  ModelAndView list(Me me) {
    lead.require(me);
    return Reply.page("helpdesk/canned/list", answers.active());
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh(Me me) {
    lead.require(me);
    return Reply.page(ONE, new OnePage(null, CannedForm.EMPTY, List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(Me me, @ModelAttribute CannedForm form) {
    lead.require(me);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(ONE, new OnePage(null, form, errors));
    }
    answers.add(form);
    return Reply.to(PATH, "canned.done.saved", form.titleNl());
  }

  @GetMapping(PATH + "/{answer}")
  ModelAndView show(Me me, @PathVariable CannedId answer) {
    lead.require(me);
    var it = answers.one(answer);
    var form = new CannedForm(it.titleNl(), it.textNl(), it.titleEn(), it.textEn());
    return Reply.page(ONE, new OnePage(answer.value(), form, List.of()));
  }

  @PostMapping(PATH + "/{answer}")
  ModelAndView save(Me me, @PathVariable CannedId answer, @ModelAttribute CannedForm form) {
    lead.require(me);
    answers.one(answer);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(ONE, new OnePage(answer.value(), form, errors));
    }
    answers.change(answer, form);
    return Reply.to(PATH, "canned.done.saved", form.titleNl());
  }

  @PostMapping(PATH + "/{answer}/retirement")
  ModelAndView retire(Me me, @PathVariable CannedId answer) {
    lead.require(me);
    return Reply.to(PATH, "canned.done.retired", answers.retire(answer, me.language()));
  }
}
