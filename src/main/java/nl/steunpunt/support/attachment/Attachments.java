package nl.steunpunt.support.attachment;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.platform.picture.Pictures;
import nl.steunpunt.platform.picture.Workbench;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.attachment.Attachment.Form;
import nl.steunpunt.support.attachment.Attachment.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * The door to pictures and files. Whoever calls has already been let through to the question:
 * {@code questionId} comes from there, and an attachment is only ever found within its question.
 */
@Component
public class Attachments {
  /** Bytes, sent and kept. */
  public static final int MAX_SIZE = 10 << 20;

  public static final int MAX_PER_MESSAGE = 10;

  /** Uploads that wait for their message: more is filling the disk, not writing a message. */
  private static final int MAX_WAITING = 40;

  private static final String SELECT =
      """
      select a.id, a.question_id, a.message_id, a.uploader_id, a.kind, a.name, w.media_type, w.size, w.width, w.height,
             t.width as thumbnail_width, t.height as thumbnail_height, a.uploaded_at
      from support.attachment a
      join support.attachment_content w on w.attachment_id = a.id and w.form = 'whole'
      left join support.attachment_content t on t.attachment_id = a.id and t.form = 'thumbnail'
      """;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Pieces pieces;
  private final Clock clock;
  private final Pictures pictures;

  Attachments(
      JdbcClient sql,
      TransactionTemplate transaction,
      Pieces pieces,
      Clock clock,
      Pictures pictures) {
    this.sql = sql;
    this.transaction = transaction;
    this.pieces = pieces;
    this.clock = clock;
    this.pictures = pictures;
  }

  /**
   * Judges and keeps what was sent; it is the uploader's until {@link #claim} gives it to a
   * message. Holds no connection to the database while it reads or decodes.
   *
   * @throws Refusal with a key {@code attachment.*}, {@code upload.*} or {@code picture.*}: too
   *     large, not of a kind we take, damaged, busy
   */
  public Attachment upload(PersonId uploader, long questionId, String name, InputStream sent)
      throws IOException {
    if (waiting(uploader) >= MAX_WAITING) {
      throw Refusal.of("attachment.too-many-waiting");
    }
    try (var bench = new Workbench()) {
      var file = bench.receive(sent, MAX_SIZE);
      var format = FormatRecognition.of(file, name);
      if (format.kind() == Kind.FILE) {
        var content = new Content(file, format.mediaType, null, null);
        return keep(
            uploader,
            questionId,
            Kind.FILE,
            FileName.clean(name, format),
            Map.of(Form.WHOLE, content));
      }
      var picture = pictures.renew(PictureFormat.of(file).orElseThrow(), file, bench);
      var kept = Format.ofMediaType(picture.whole().mediaType());
      return keep(
          uploader,
          questionId,
          Kind.PICTURE,
          FileName.clean(name, kept),
          Map.of(
              Form.WHOLE,
              Content.of(picture.whole()),
              Form.THUMBNAIL,
              Content.of(picture.thumbnail())));
    }
  }

  /** The files of a form, in its order; a field that was left empty is none. */
  public List<AttachmentId> uploadAll(
      PersonId uploader, long questionId, Collection<MultipartFile> files) throws IOException {
    var uploaded = new ArrayList<AttachmentId>();
    for (var file : files) {
      if (!file.isEmpty()) {
        uploaded.add(upload(uploader, questionId, file).id());
      }
    }
    return uploaded;
  }

  public Attachment upload(PersonId uploader, long questionId, MultipartFile file)
      throws IOException {
    try (var bytes = file.getInputStream()) {
      return upload(
          uploader, questionId, Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
    }
  }

  private Attachment keep(
      PersonId uploader, long questionId, Kind kind, String name, Map<Form, Content> contents) {
    var id =
        transaction.execute(_ -> {
          var added = insert(uploader, questionId, kind, name);
          contents.forEach((form, content) -> pieces.write(added, form, content));
          return added;
        });
    return find(questionId, Objects.requireNonNull(id), uploader).orElseThrow();
  }

  private AttachmentId insert(PersonId uploader, long questionId, Kind kind, String name) {
    return sql.sql(
            """
            insert into support.attachment (question_id, uploader_id, kind, name, uploaded_at)
            values (:question, :uploader, :kind, :name, :at) returning id
            """)
        .param("question", questionId)
        .param("uploader", uploader)
        .param("kind", kind)
        .param("name", name)
        .param("at", clock.instant())
        .query((row, _) -> new AttachmentId(row.getLong(1)))
        .single();
  }

  /**
   * Gives uploads to the message they were made for, in the caller's transaction. All or none: they
   * must be this person's, for this question, and not yet with a message.
   *
   * @throws Refusal {@code attachment.gone} or {@code attachment.too-many}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void claim(
      Collection<AttachmentId> ids, long messageId, long questionId, PersonId uploader) {
    if (ids.isEmpty()) {
      return;
    }
    var wanted = Set.copyOf(ids);
    if (wanted.size() > MAX_PER_MESSAGE) {
      throw Refusal.of("attachment.too-many", MAX_PER_MESSAGE);
    }
    int claimed =
        sql.sql(
                """
                update support.attachment set message_id = :message
                where id in (:ids) and uploader_id = :uploader and question_id = :question and message_id is null
                """)
            .param("message", messageId)
            .param("ids", wanted)
            .param("uploader", uploader)
            .param("question", questionId)
            .update();
    if (claimed < wanted.size()) {
      throw Refusal.conflict("attachment.gone");
    }
  }

  /** Takes back an upload that was not sent yet; nothing happens when it is not there. */
  public void withdraw(long questionId, AttachmentId id, PersonId uploader) {
    sql.sql(
            """
            delete from support.attachment
            where id = :id and question_id = :question and uploader_id = :uploader and message_id is null
            """)
        .param("id", id)
        .param("question", questionId)
        .param("uploader", uploader)
        .update();
  }

  /** One of a question's attachments; before it is sent only its uploader finds it. */
  public Optional<Attachment> find(long questionId, AttachmentId id, PersonId viewer) {
    return sql.sql(
            SELECT
                + """
                where a.id = :id and a.question_id = :question and (a.message_id is not null or a.uploader_id = :viewer)
                """)
        .param("id", id)
        .param("question", questionId)
        .param("viewer", viewer)
        .query(Attachment.class)
        .optional();
  }

  /** What goes with these messages, by message, in the order of uploading. */
  public Map<Long, List<Attachment>> of(Collection<Long> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(SELECT + "where a.message_id in (:messages) order by a.id")
        .param("messages", messageIds)
        .query(Attachment.class)
        .list()
        .stream()
        .collect(groupingBy(attachment -> Objects.requireNonNull(attachment.messageId())));
  }

  /** The bytes, for one who may find it; a file has no thumbnail. */
  public Optional<Download> open(long questionId, AttachmentId id, Form form, PersonId viewer) {
    return find(questionId, id, viewer).flatMap(attachment -> pieces.open(attachment, form));
  }

  /** Removes what was uploaded before this moment and never sent; answers how many. */
  public int removeUnclaimedBefore(Instant moment) {
    return sql.sql(
            "delete from support.attachment where message_id is null and uploaded_at < :moment")
        .param("moment", moment)
        .update();
  }

  private long waiting(PersonId uploader) {
    return sql.sql(
            "select count(*) from support.attachment where uploader_id = :uploader and message_id is null")
        .param("uploader", uploader)
        .query(Long.class)
        .single();
  }
}
