package nl.steunpunt.support.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.VisitPanel;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.Attachments;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.MessageWriting;
import nl.steunpunt.support.question.QuestionAsking;
import nl.steunpunt.support.sharing.QuestionSharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AskController {
  /**
   * @param text to begin with, such as from a link; likewise system and topic
   * @param carried where somebody was stuck before they came here
   * @param standsOn where the form is: a refused one comes back there
   */
  public record StartPage(
      StartScreens.Start start,
      String text,
      @Nullable Long system,
      @Nullable Long topic,
      Carried carried,
      String standsOn,
      List<String> panels) {}

  private final StartScreens screens;
  private final CarriedTexts carriedTexts;
  private final AboutReading abouts;
  private final QuestionAsking asking;
  private final QuestionSharing sharing;
  private final Attachments attachments;
  private final MessageWriting writing;
  private final Messages messages;
  private final List<VisitPanel> panels;

  AskController(
      StartScreens screens,
      CarriedTexts carriedTexts,
      AboutReading abouts,
      QuestionAsking asking,
      QuestionSharing sharing,
      Attachments attachments,
      MessageWriting writing,
      Messages messages,
      List<VisitPanel> panels) {
    this.screens = screens;
    this.carriedTexts = carriedTexts;
    this.abouts = abouts;
    this.asking = asking;
    this.sharing = sharing;
    this.attachments = attachments;
    this.writing = writing;
    this.messages = messages;
    this.panels = panels;
  }

  @GetMapping("/")
  ModelAndView start(
      Me me,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable Long system,
      @RequestParam(required = false) @Nullable Long topic) {
    return Reply.page(
        "support/asking/start",
        new StartPage(
            screens.start(me),
            text,
            system,
            topic,
            Carried.NOTHING,
            "/",
            panels.stream().map(VisitPanel::path).toList()));
  }

  /**
   * From a page that is not ours: systems and topics by their keys. A topic can also be told by the
   * name of the screen.
   */
  @GetMapping("/ask")
  ModelAndView carriedHere(Me me, @ModelAttribute Brought brought, HttpServletRequest request) {
    if (brought.kept().isEmpty()) {
      return page(me, brought, brought.text(), request);
    }
    return carriedTexts
        .read(brought.kept())
        .map(text -> page(me, brought, text, request))
        .orElseGet(() -> Reply.to(brought.address(""), "start.carried.gone"));
  }

  /** Where scripts do not run, a form brings what was typed; who is nobody yet signs in first. */
  @PostMapping("/ask")
  ModelAndView carry(@Nullable Me me, @ModelAttribute Brought brought, HttpServletRequest request) {
    var text = brought.text().strip();
    if (me != null) {
      return page(me, brought, text, request);
    }
    return Reply.to(brought.address(text.isEmpty() ? "" : carriedTexts.keep(text, request)));
  }

  private ModelAndView page(Me me, Brought brought, String text, HttpServletRequest request) {
    var start = screens.start(me);
    var carried = brought.carried();
    var chosen =
        start.systems().stream()
            .filter(one -> one.key().equalsIgnoreCase(brought.system().strip()))
            .findFirst()
            .orElse(null);
    var about =
        start.systems().stream()
            .filter(one -> chosen == null || one == chosen)
            .flatMap(one -> one.topics().stream())
            .filter(one -> isMeant(one, brought.topic().strip(), carried.screen()))
            .findFirst()
            .orElse(null);
    var query = request.getQueryString();
    return Reply.page(
        "support/asking/start",
        new StartPage(
            start,
            text,
            chosen == null ? null : chosen.id(),
            about == null ? null : about.id(),
            carried,
            query == null ? "/ask" : LocalPath.of("/ask?" + query),
            List.of()));
  }

  private static boolean isMeant(StartScreens.Topic topic, String key, String screen) {
    var words = screen.toLowerCase(Locale.ROOT);
    return key.isEmpty()
        ? !words.isEmpty()
            && Stream.of(topic.nameNl(), topic.nameEn())
                .anyMatch(name -> words.contains(name.toLowerCase(Locale.ROOT)))
        : topic.key().equalsIgnoreCase(key);
  }

  @PostMapping("/questions")
  ModelAndView ask(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean stuck,
      @RequestParam(defaultValue = "") String stuckUntil,
      @RequestParam(required = false) @Nullable UUID sending,
      @RequestParam(defaultValue = "false") boolean shared,
      @RequestParam(defaultValue = "false") boolean along,
      @RequestParam(defaultValue = "") String screen,
      @RequestParam(defaultValue = "") String error,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    var about = abouts.of(system, topic);
    var carried = along ? Carried.of(screen, error, from) : Carried.NOTHING;
    var whole = carried.below(text, Ask.MAX_LENGTH, messages, me.locale());
    var ask =
        new Ask(about.system(), about.topic(), whole, null, stuck, moment(stuckUntil), sending);
    var id = asking.ask(me, ask);
    if (shared) {
      sharing.share(me, id, true);
    }
    return files == null ? Reply.to("/questions/" + id) : withFiles(me, id, files, sending);
  }

  /**
   * As its first message. The question is asked already: what cannot go along must not take that
   * back.
   */
  private ModelAndView withFiles(
      Me me, QuestionId id, List<MultipartFile> files, @Nullable UUID sending) throws IOException {
    var path = "/questions/" + id;
    try {
      var uploaded = attachments.uploadAll(me.id(), id.value(), files);
      if (!uploaded.isEmpty()) {
        writing.write(me, id, Sending.orNew(sending), "", uploaded);
      }
      return Reply.to(path);
    } catch (Refusal refusal) {
      return Reply.to(path, "start.files.refused");
    }
  }

  private static @Nullable Instant moment(String local) {
    return local.isBlank()
        ? null
        : LocalMoment.read(local)
            .orElseThrow(() -> Refusal.of("question.refused.deadline_unread").at("stuckUntil"));
  }
}
