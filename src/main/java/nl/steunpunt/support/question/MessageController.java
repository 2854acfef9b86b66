package nl.steunpunt.support.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Htmx;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MessageController {
  private final MessageWriting writing;
  private final QuestionScreens screens;

  MessageController(MessageWriting writing, QuestionScreens screens) {
    this.writing = writing;
    this.screens = screens;
  }

  @PostMapping("/questions/{id}/messages")
  ModelAndView write(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    writing.write(me, id, clientId == null ? UUID.randomUUID() : clientId, text);
    return Htmx.asks(request)
        ? Reply.page("support/question/live-parts", screens.show(me, id))
        : Reply.to("/questions/" + id + "#newest");
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
