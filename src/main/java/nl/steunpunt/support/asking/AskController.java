package nl.steunpunt.support.asking;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.Attachments;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.MessageWriting;
import nl.steunpunt.support.question.QuestionAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AskController {
  /**
   * @param text to begin with, such as from a link; likewise system and topic
   */
  public record StartPage(
      StartScreens.Start start, String text, @Nullable Long system, @Nullable Long topic) {}

  private final StartScreens screens;
  private final AboutReading abouts;
  private final QuestionAsking asking;
  private final Attachments attachments;
  private final MessageWriting writing;

  AskController(
      StartScreens screens,
      AboutReading abouts,
      QuestionAsking asking,
      Attachments attachments,
      MessageWriting writing) {
    this.screens = screens;
    this.abouts = abouts;
    this.asking = asking;
    this.attachments = attachments;
    this.writing = writing;
  }

  @GetMapping("/")
  ModelAndView start(
      Me me,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable Long system,
      @RequestParam(required = false) @Nullable Long topic) {
    return Reply.page(
        "support/asking/start", new StartPage(screens.start(me), text, system, topic));
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
      @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    var about = abouts.of(system, topic);
    var ask =
        new Ask(about.system(), about.topic(), text, null, stuck, moment(stuckUntil), sending);
    var id = asking.ask(me, ask);
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
        writing.write(me, id, sending == null ? UUID.randomUUID() : sending, "", uploaded);
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
