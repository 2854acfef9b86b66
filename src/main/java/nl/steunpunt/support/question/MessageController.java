package nl.steunpunt.support.question;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Htmx;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.AttachmentId;
import nl.steunpunt.support.attachment.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
  private final Attachments uploads;
  private final QuestionScreens screens;

  MessageController(
      MessageWriting writing, Questions questions, Attachments uploads, QuestionScreens screens) {
    this.writing = writing;
    this.questions = questions;
    this.uploads = uploads;
    this.screens = screens;
  }

  /**
   * @param attachments uploaded before
   * @param files what a form without a script brings along itself
   */
  @PostMapping("/questions/{id}/messages")
  ModelAndView write(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable List<@Nullable AttachmentId> attachments,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request)
      throws IOException {
    questions.requireVisible(me, id);
    var all = new ArrayList<AttachmentId>();
    if (attachments != null) {
      attachments.stream().filter(Objects::nonNull).forEach(all::add);
    }
    if (files != null) {
      // Outside any transaction: reading a picture takes its time.
      all.addAll(uploads.uploadAll(me.id(), id.value(), files));
    }
    writing.write(me, id, Sending.orNew(clientId), text, all);
    return Htmx.asks(request)
        ? Reply.page("support/question/live-parts", screens.show(me, id))
        : Reply.to("/questions/" + id + "#newest");
  }

  @PostMapping("/questions/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Me me, @PathVariable QuestionId id, @RequestParam long upTo) {
    writing.read(me, id, upTo);
  }

  /** From a page without scripts, which looks for a picture here. */
  @GetMapping("/questions/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readWithoutScripts(Me me, @PathVariable QuestionId id, @RequestParam long upTo) {
    writing.read(me, id, upTo);
  }

  @PostMapping("/questions/{id}/typing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void type(Me me, @PathVariable QuestionId id) {
    writing.types(me, id);
  }
}
