package nl.steunpunt.campaign.step;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.HelpButtonCode;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One step: its text, seen, tried, copied and sent. */
@Controller
public class StepController {
  private static final String PATH = CampaignController.PATH + "/steps/{id}";

  private final Steps steps;
  private final StepTexts texts;
  private final StepFilling filling;
  private final StepLetters letters;
  private final Sendings sendings;
  private final StepSending sending;
  private final Mails mails;

  StepController(
      Steps steps,
      StepTexts texts,
      StepFilling filling,
      StepLetters letters,
      Sendings sendings,
      StepSending sending,
      Mails mails) {
    this.steps = steps;
    this.texts = texts;
    this.filling = filling;
    this.letters = letters;
    this.sendings = sendings;
    this.sending = sending;
    this.mails = mails;
  }

  /** A field as it is written in the text, and what it becomes. */
  public record Field(String written, String example) {}

  /**
   * @param shown what becomes of the text for somebody made up
   * @param plain that as text, to put somewhere else
   * @param code what the intranet can put in its page
   */
  public record StepPage(
      Step step,
      String language,
      FieldedText text,
      boolean isOurs,
      List<Field> fields,
      Letter shown,
      String plain,
      List<Sendings.Line> sendings,
      @Nullable HelpButtonCode code,
      boolean hasMail) {

    public String address() {
      return StepController.address(step.id());
    }

    public boolean isMailed() {
      return step.kind().reach() != Reach.NOBODY;
    }

    public boolean isAtWork() {
      return sendings.stream().anyMatch(one -> one.waiting() > 0);
    }
  }

  static String address(StepId id) {
    return CampaignController.PATH + "/steps/" + id;
  }

  @GetMapping(PATH)
  ModelAndView show(
      Me me, @PathVariable StepId id, @RequestParam(defaultValue = "") String language) {
    var step = steps.visible(id);
    var spoken = language.isEmpty() ? Messages.nearest(me.locale()) : language(language);
    var held = texts.of(step, spoken);
    return Reply.page("campaign/step/step", page(me, step, spoken, held.text(), held.isOurs()));
  }

  @PostMapping(PATH + "/text/{language}")
  ModelAndView save(
      Me me,
      @PathVariable StepId id,
      @PathVariable String language,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body) {
    var spoken = language(language);
    texts.change(me.id(), steps.visible(id), spoken, FieldedText.typed(title, body));
    return Reply.to(at(id, spoken), "campaign.done.text");
  }

  /** What was typed, as a reader would see it; nothing is kept. */
  @PostMapping(PATH + "/text/{language}/preview")
  ModelAndView preview(
      Me me,
      @PathVariable StepId id,
      @PathVariable String language,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body) {
    var step = steps.visible(id);
    var spoken = language(language);
    var text = FieldedText.typed(title, body);
    texts.check(step, spoken, text);
    return Reply.page(
        "campaign/step/step", page(me, step, spoken, text, texts.of(step, spoken).isOurs()));
  }

  @PostMapping(PATH + "/text/{language}/restoration")
  ModelAndView restore(Me me, @PathVariable StepId id, @PathVariable String language) {
    var spoken = language(language);
    texts.restore(me.id(), steps.visible(id), spoken);
    return Reply.to(at(id, spoken), "campaign.done.restored");
  }

  @PostMapping(PATH + "/trial")
  ModelAndView tryOut(
      Me me, @PathVariable StepId id, @RequestParam(defaultValue = "") String language) {
    var spoken = language(language);
    var trouble = sending.tryOut(me, id, spoken);
    if (trouble != null) {
      throw Refusal.of("campaign.refused.trial");
    }
    return Reply.to(at(id, spoken), "campaign.done.trial", me.email());
  }

  @PostMapping(CampaignController.PATH + "/sendings/{sending}/stop")
  ModelAndView stop(@PathVariable SendingId sending) {
    var step = sendings.visible(sending);
    return Reply.to(address(step), "campaign.done.stopped", this.sending.stop(sending));
  }

  private StepPage page(Me me, Step step, Locale language, FieldedText text, boolean isOurs) {
    var example = filling.example(step, me.id(), language);
    var values = filling.values(example, language);
    var fields =
        values.entrySet().stream()
            .map(value -> new Field("{" + value.getKey() + "}", value.getValue()))
            .sorted(Comparator.comparing(Field::written))
            .toList();
    return new StepPage(
        step,
        language.getLanguage(),
        text,
        isOurs,
        fields,
        letters.write(text, example, language),
        letters.plain(text, example, language),
        sendings.of(step.id()),
        step.kind() == StepKind.INTRANET
            ? new HelpButtonCode(mails.link(""), step.systemKey())
            : null,
        mails.isSetUp());
  }

  private static String at(StepId id, Locale language) {
    return address(id) + "?language=" + language.getLanguage();
  }

  private static Locale language(String word) {
    return Messages.LANGUAGES.stream()
        .filter(one -> one.getLanguage().equals(word))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
