package nl.steunpunt.network.appraisal;

import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.OwnCounts;
import nl.steunpunt.network.papers.PaperAnswer;
import nl.steunpunt.network.papers.Papers;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AppraisalController {
  private static final String TEMPLATE = "network/appraisal/write";

  private final Appraisals appraisals;
  private final AppraisalReleasing releasing;
  private final Papers papers;

  AppraisalController(Appraisals appraisals, AppraisalReleasing releasing, Papers papers) {
    this.appraisals = appraisals;
    this.releasing = releasing;
    this.papers = papers;
  }

  /** A count with its sentence. */
  public record Count(OwnCounts.What what, String sentence) {}

  public record WritePage(
      long mandate,
      String systemName,
      LocalDate from,
      LocalDate until,
      AppraisalForm form,
      List<Count> counts,
      List<Appraisals.Release> releases,
      List<FieldError> errors) {
    public String address() {
      return "/appraisals/" + mandate;
    }
  }

  @GetMapping("/appraisals/{id}")
  ModelAndView show(Me me, @PathVariable MandateId id) {
    return Reply.page(TEMPLATE, page(me, id, null, List.of()));
  }

  @PostMapping("/appraisals/{id}")
  ModelAndView keep(Me me, @PathVariable MandateId id, @ModelAttribute AppraisalForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(me, id, form, errors));
    }
    releasing.write(me, id, form);
    return Reply.to("/appraisals/" + id, "appraisal.kept");
  }

  /** What is typed now is what is released. */
  @PostMapping("/appraisals/{id}/release")
  ModelAndView release(Me me, @PathVariable MandateId id, @ModelAttribute AppraisalForm form) {
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(me, id, form, errors));
    }
    try {
      releasing.release(me, id, form);
    } catch (Refusal refusal) {
      if (refusal.isConflict()) {
        throw refusal;
      }
      return Reply.again(
          TEMPLATE, page(me, id, form, List.of(FieldError.of("proactive", refusal.key()))));
    }
    return Reply.to("/appraisals/" + id, "appraisal.released");
  }

  /** The writer's look at what the others would read. */
  @GetMapping("/appraisals/{id}/draft")
  ResponseEntity<byte[]> draft(
      Me me,
      @PathVariable MandateId id,
      @RequestParam(required = false) @Nullable String language) {
    var writing = appraisals.writing(me.id(), id);
    var spoken = PaperAnswer.language(language, me);
    var written = appraisals.asWritten(writing.own(), writing.draft(), spoken);
    return PaperAnswer.of(papers.appraisal(id, written, spoken));
  }

  @GetMapping("/appraisals/{id}/paper")
  ResponseEntity<byte[]> paper(
      Me me,
      @PathVariable MandateId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable String language) {
    var spoken = PaperAnswer.language(language, me);
    return PaperAnswer.of(
        papers.appraisal(id, appraisals.releasedTo(me, id, version, spoken), spoken));
  }

  @Bean
  static RetentionRule keptAppraisals(Appraisals appraisals) {
    return new RetentionRule(
        "appraisals", 74, RetentionRule.Unit.MONTHS, 24, 6, 84, appraisals::forget);
  }

  private WritePage page(
      Me me, MandateId id, @Nullable AppraisalForm typed, List<FieldError> errors) {
    var writing = appraisals.writing(me.id(), id);
    var own = writing.own();
    var counts =
        appraisals.counts(own).stream()
            .map(count ->
                new Count(
                    count.what(), appraisals.sentences(List.of(count), me.locale()).getFirst()))
            .toList();
    return new WritePage(
        id.value(),
        own.systemName(),
        appraisals.from(own),
        appraisals.until(own),
        typed == null ? writing.draft() : typed,
        counts,
        writing.releases(),
        errors);
  }
}
