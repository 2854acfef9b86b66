package nl.steunpunt.support.question;

import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.question.QuestionReading.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/questions/{id}/messages")
class MessageApi {
  private final Questions questions;
  private final MessageWriting writing;
  private final QuestionReading reading;

  MessageApi(Questions questions, MessageWriting writing, QuestionReading reading) {
    this.questions = questions;
    this.writing = writing;
    this.reading = reading;
  }

  /**
   * @param clientId made by the client: a repeat under the same one is no second message
   */
  record NewMessage(@Nullable UUID clientId, @Nullable String text) {}

  @GetMapping
  Slice<Message> list(
      Me me,
      @PathVariable QuestionId id,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    questions.requireVisible(me, id);
    return reading.messages(id, Slice.after(after), Slice.limit(limit));
  }

  /** 201 for a new message, 200 for one that was there already. */
  @PostMapping
  ResponseEntity<Message> write(
      Me me, @PathVariable QuestionId id, @RequestBody NewMessage message) {
    questions.requireVisible(me, id);
    var members = new Members();
    var text = members.text("/text", message.text, Conversations.MAX_LENGTH);
    members.check();
    var clientId = Sending.orNew(message.clientId);
    var isNew = writing.write(me, id, clientId, text).isPresent();
    var written = reading.message(id, clientId);
    if (!isNew && (!written.text().equals(text) || written.author().id() != me.number())) {
      throw Refusal.conflict("message.refused.number_used");
    }
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(written);
  }
}
