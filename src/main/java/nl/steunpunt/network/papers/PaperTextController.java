package nl.steunpunt.network.papers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The texts of the papers: read, written, tried and put back by the lead or an administrator. */
@Controller
public class PaperTextController {
  private static final String PATH = "/paper-texts";
  private static final String EDIT = "network/papers/text";

  private final PaperTexts texts;
  private final PaperFilling filling;
  private final Papers papers;

  PaperTextController(PaperTexts texts, PaperFilling filling, Papers papers) {
    this.texts = texts;
    this.filling = filling;
    this.papers = papers;
  }

  /**
   * @param changed null: it is still the product's
   */
  public record Line(PaperKind kind, String language, PaperTexts.@Nullable Change changed) {}

  public record TextsPage(List<Line> lines) {}

  /** A field as it is written in the text, and what it becomes. */
  public record Field(String written, String example) {}

  public record EditPage(
      PaperKind kind,
      String language,
      String title,
      String body,
      boolean isOurs,
      List<Field> fields,
      List<PaperTexts.Change> history,
      List<FieldError> errors) {
    public String address() {
      return PATH + "/" + kind.word() + "/" + language;
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    var changed = texts.changed();
    var lines =
        Stream.of(PaperKind.values())
            .flatMap(kind ->
                Messages.LANGUAGES.stream()
                    .map(Locale::getLanguage)
                    .map(language ->
                        new Line(kind, language, changed.get(kind.word() + "/" + language))))
            .toList();
    return Reply.page("network/papers/texts", new TextsPage(lines));
  }

  /**
   * @param version an earlier text, to look at or to save again
   */
  @GetMapping(PATH + "/{kind}/{language}")
  ModelAndView show(
      @PathVariable String kind,
      @PathVariable String language,
      @RequestParam(required = false) @Nullable Long version) {
    var which = kind(kind);
    var spoken = language(language);
    var text =
        version == null
            ? texts.current(which, spoken)
            : texts.version(which, spoken, version).orElseThrow(NotFound::new);
    return Reply.page(EDIT, page(which, spoken, text, List.of()));
  }

  @PostMapping(PATH + "/{kind}/{language}")
  ModelAndView save(
      Me me,
      @PathVariable String kind,
      @PathVariable String language,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body) {
    var which = kind(kind);
    var spoken = language(language);
    var text = FieldedText.typed(title, body);
    try {
      texts.change(me.id(), which, spoken, text);
    } catch (Refusal refusal) {
      return again(which, spoken, text, refusal);
    }
    return Reply.to(PATH + "/" + which.word() + "/" + language, "papers.text.saved");
  }

  /** What was typed as a PDF; nothing is kept. */
  @PostMapping(PATH + "/{kind}/{language}/preview")
  Object preview(
      @PathVariable String kind,
      @PathVariable String language,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body) {
    var which = kind(kind);
    var spoken = language(language);
    var text = FieldedText.typed(title, body);
    try {
      texts.check(which, spoken, text);
    } catch (Refusal refusal) {
      return again(which, spoken, text, refusal);
    }
    return PaperAnswer.of(new Papers.Printed(which.word(), papers.preview(which, text, spoken)));
  }

  @PostMapping(PATH + "/{kind}/{language}/restoration")
  ModelAndView restore(Me me, @PathVariable String kind, @PathVariable String language) {
    var which = kind(kind);
    texts.restore(me.id(), which, language(language));
    return Reply.to(PATH + "/" + which.word() + "/" + language, "papers.text.restored");
  }

  @Bean
  static AdminEntry paperTextsEntry() {
    return new AdminEntry(36, PATH, "book", "papers.texts.title", "papers.texts.title.lead");
  }

  private ModelAndView again(PaperKind kind, Locale language, FieldedText text, Refusal refusal) {
    var arguments =
        Stream.of(refusal.arguments()).map(String::valueOf).map(Object.class::cast).toList();
    return Reply.again(
        EDIT,
        page(
            kind,
            language,
            text,
            List.of(new FieldError(refusal.field(), refusal.key(), arguments))));
  }

  private EditPage page(
      PaperKind kind, Locale language, FieldedText text, List<FieldError> errors) {
    var fields =
        kind.fields().stream()
            .map(field ->
                new Field(
                    "{" + filling.name(field, language) + "}", filling.example(field, language)))
            .sorted(Comparator.comparing(Field::written))
            .toList();
    return new EditPage(
        kind,
        language.getLanguage(),
        text.title(),
        text.body(),
        texts.own(kind, language).isEmpty(),
        fields,
        texts.history(kind, language),
        errors);
  }

  private static PaperKind kind(String word) {
    var kind = PaperKind.of(word);
    if (kind == null) {
      throw new NotFound();
    }
    return kind;
  }

  private static Locale language(String word) {
    return Messages.LANGUAGES.stream()
        .filter(one -> one.getLanguage().equals(word))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
