package nl.steunpunt.support.question;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Htmx;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.AttachmentId;
import nl.steunpunt.support.attachment.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MessageController {
  private final MessageWriting writing;
  private final Questions questions;
  private final Attachments attachments;
  private final QuestionScreens screens;

  MessageController(
      MessageWriting writing,
      Questions questions,
      Attachments attachments,
      QuestionScreens screens) {
    this.writing = writing;
    this.questions = questions;
    this.attachments = attachments;
    this.screens = screens;
  }

  /** Files go with the message's own form, so that it works without a script too. */
  @PostMapping("/questions/{id}/messages")
  ModelAndView write(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request)
      throws IOException {
    questions.requireVisible(me, id);
    writing.write(
        me, id, clientId == null ? UUID.randomUUID() : clientId, text, upload(me, id, files));
    return Htmx.asks(request)
        ? Reply.page("support/question/live-parts", screens.show(me, id))
        : Reply.to("/questions/" + id + "#newest");
  }

  /** Outside any transaction: reading a picture takes its time. */
  private List<AttachmentId> upload(Me me, QuestionId id, @Nullable List<MultipartFile> files)
      throws IOException {
    var uploaded = new ArrayList<AttachmentId>();
    for (var file : files == null ? List.<MultipartFile>of() : files) {
      if (!file.isEmpty()) {
        var name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
          uploaded.add(
              attachments.upload(me.id(), id.value(), name == null ? "" : name, bytes).id());
        }
      }
    }
    return uploaded;
  }

  @PostMapping("/questions/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Me me, @PathVariable QuestionId id, @RequestParam long upTo) {
    writing.read(me, id, upTo);
  }

  @PostMapping("/questions/{id}/typing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void type(Me me, @PathVariable QuestionId id) {
    writing.types(me, id);
  }
}
