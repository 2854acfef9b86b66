package nl.steunpunt.support.question;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.Attachment.Form;
import nl.steunpunt.support.attachment.AttachmentId;
import nl.steunpunt.support.attachment.Attachments;
import nl.steunpunt.support.question.QuestionScreens.Attached;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pictures and files of a question, to who may see it. Pictures were redrawn by us and may be
 * shown; files are as they came, so a browser may only save them, and runs nothing in them.
 */
@Controller
public class AttachmentController {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Questions questions;
  private final Attachments attachments;

  AttachmentController(Questions questions, Attachments attachments) {
    this.questions = questions;
    this.attachments = attachments;
  }

  /**
   * @param question where it will be sent
   */
  public record Chosen(long question, Attached file) {}

  /** Before its message is sent, so that sending is quick and a refusal comes while one types. */
  @PostMapping("/questions/{id}/attachments")
  ModelAndView upload(Me me, @PathVariable QuestionId id, @RequestParam MultipartFile file)
      throws IOException {
    questions.requireVisible(me, id);
    var added = attachments.upload(me.id(), id.value(), file);
    return Reply.page("support/question/chosen", new Chosen(id.value(), Attached.of(added)));
  }

  @PostMapping("/questions/{id}/attachments/{attachment}/removal")
  ModelAndView remove(Me me, @PathVariable QuestionId id, @PathVariable AttachmentId attachment) {
    questions.requireVisible(me, id);
    attachments.withdraw(id.value(), attachment, me.id());
    return Reply.to("/questions/" + id + "#message-text");
  }

  @GetMapping("/questions/{id}/attachments/{attachment}")
  void whole(
      Me me,
      @PathVariable QuestionId id,
      @PathVariable AttachmentId attachment,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known,
      HttpServletResponse response)
      throws IOException {
    send(me, id, attachment, Form.WHOLE, known, response);
  }

  @GetMapping("/questions/{id}/attachments/{attachment}/thumbnail")
  void thumbnail(
      Me me,
      @PathVariable QuestionId id,
      @PathVariable AttachmentId attachment,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known,
      HttpServletResponse response)
      throws IOException {
    send(me, id, attachment, Form.THUMBNAIL, known, response);
  }

  private void send(
      Me me,
      QuestionId id,
      AttachmentId attachment,
      Form form,
      String known,
      HttpServletResponse response)
      throws IOException {
    questions.requireVisible(me, id);
    var file = attachments.open(id.value(), attachment, form, me.id()).orElseThrow(NotFound::new);
    var tag = "\"" + file.hash() + "\"";
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        CacheControl.maxAge(KEPT).cachePrivate().immutable().getHeaderValue());
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    if (known.equals(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    var shown = file.mediaType().startsWith("image/");
    var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString());
    response.setContentType(file.mediaType());
    response.setContentLength(file.size());
    file.stream().writeTo(response.getOutputStream());
  }
}
