package nl.steunpunt.support.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.steunpunt.platform.picture.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.picture.Samples;
import nl.steunpunt.support.attachment.Attachment.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
class AttachmentsTest {
  private static final PersonId SANNE = new PersonId(900_001);
  private static final PersonId FATIMA = new PersonId(900_002);

  @Autowired Attachments attachments;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private long question;

  @BeforeEach
  void ask() {
    question = newQuestion();
  }

  private long newQuestion() {
    return sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, asked_at, changed_at)
            values (:asker, :asker, 1, 'Ik kom er niet in', 'open', :at, :at) returning id
            """)
        .param("asker", SANNE)
        .param("at", clock.instant())
        .query(Long.class)
        .single();
  }

  private long newMessage() {
    return sql.sql(
            """
            insert into support.message (question_id, author_id, client_id, text, written_at)
            values (:question, :author, :client, 'Kijk', :at) returning id
            """)
        .param("question", question)
        .param("author", SANNE)
        .param("client", UUID.randomUUID())
        .param("at", clock.instant())
        .query(Long.class)
        .single();
  }

  private Attachment upload(String name, byte[] sent) throws IOException {
    return attachments.upload(SANNE, question, name, new ByteArrayInputStream(sent));
  }

  private Attachment note() throws IOException {
    return upload("notitie.txt", "hoi".getBytes(UTF_8));
  }

  private static byte[] bytes(Download download) throws IOException {
    var bytes = new ByteArrayOutputStream();
    download.stream().writeTo(bytes);
    return bytes.toByteArray();
  }

  @Test
  void givesBackAFileInPiecesAsItWas() throws Exception {
    var text = new byte[Pieces.SIZE * 3 + 17];
    var random = new Random(3);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ('a' + random.nextInt(26));
    }

    var kept = upload("C:\\map\\lijst.csv", text);

    assertThat(kept.name()).isEqualTo("lijst.csv");
    assertThat(kept.mediaType()).isEqualTo("text/csv");
    assertThat(kept.size()).isEqualTo(text.length);
    assertThat(kept.isPicture()).isFalse();
    var download = attachments.open(question, kept.id(), Form.WHOLE, SANNE).orElseThrow();
    assertThat(bytes(download)).isEqualTo(text);
    assertThat(download.hash())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
    assertThat(attachments.open(question, kept.id(), Form.THUMBNAIL, SANNE)).isEmpty();
    assertThat(
            sql.sql(
                    "select octet_length(bytes) from support.attachment_piece where attachment_id = ? order by seq")
                .param(kept.id())
                .query(Integer.class)
                .list())
        .containsExactly(Pieces.SIZE, Pieces.SIZE, Pieces.SIZE, 17);
  }

  @Test
  void keepsAPictureWithItsThumbnailUnderItsNewKind() throws IOException {
    var kept =
        upload(
            "schermafdruk.png",
            Samples.encoded("png", Samples.photo(1000, 500, BufferedImage.TYPE_INT_RGB)));

    assertThat(kept.isPicture()).isTrue();
    assertThat(kept.name()).isEqualTo("schermafdruk.jpg");
    assertThat(kept.mediaType()).isEqualTo("image/jpeg");
    assertThat(List.of(kept.width(), kept.height(), kept.thumbnailWidth(), kept.thumbnailHeight()))
        .isEqualTo(List.of(1000, 500, 480, 240));
    var thumbnail = attachments.open(question, kept.id(), Form.THUMBNAIL, SANNE).orElseThrow();
    assertThat(bytes(thumbnail)).hasSize(thumbnail.size()).startsWith(0xff, 0xd8);
  }

  @Test
  void refusesMoreThanTenMegabytesWithoutReadingOn() {
    var endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            return 'a';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) 'a');
            given += length;
            return length;
          }
        };
    assertRefused("upload.too-large", () -> attachments.upload(SANNE, question, "a.txt", endless));
    assertThat(endless.given).isLessThan(Attachments.MAX_SIZE + 20_000L);
  }

  @Test
  void takesExactlyTenMegabytes() throws IOException {
    var text = new byte[Attachments.MAX_SIZE];
    java.util.Arrays.fill(text, (byte) 'a');
    assertThat(upload("a.txt", text).size()).isEqualTo(Attachments.MAX_SIZE);
  }

  @Test
  void isItsUploadersAloneUntilItIsSent() throws IOException {
    var note = note();
    assertThat(attachments.find(question, note.id(), SANNE)).contains(note);
    assertThat(attachments.find(question, note.id(), FATIMA)).isEmpty();
    assertThat(attachments.open(question, note.id(), Form.WHOLE, FATIMA)).isEmpty();

    long message = newMessage();
    attachments.claim(List.of(note.id()), message, question, SANNE);

    assertThat(attachments.find(question, note.id(), FATIMA)).isPresent();
    assertThat(attachments.open(newQuestion(), note.id(), Form.WHOLE, SANNE)).isEmpty();
    assertThat(attachments.of(List.of(message)).get(message))
        .extracting(Attachment::id)
        .containsExactly(note.id());
  }

  @Test
  void givesAMessageOnlyItsAuthorsOwnUnsentUploads() throws IOException {
    var note = note();
    var other = note();
    long message = newMessage();
    assertRefused(
        "attachment.gone", () -> attachments.claim(List.of(note.id()), message, question, FATIMA));
    assertRefused(
        "attachment.gone",
        () -> attachments.claim(List.of(note.id()), message, newQuestion(), SANNE));
    attachments.claim(List.of(note.id()), message, question, SANNE);
    assertRefused(
        "attachment.gone",
        () -> attachments.claim(List.of(other.id(), note.id()), newMessage(), question, SANNE));
  }

  @Test
  void takesBackWhatWasNotSent() throws IOException {
    var note = note();
    attachments.withdraw(question, note.id(), FATIMA);
    assertThat(attachments.find(question, note.id(), SANNE)).isPresent();
    attachments.withdraw(question, note.id(), SANNE);
    assertThat(attachments.find(question, note.id(), SANNE)).isEmpty();

    var sent = note();
    attachments.claim(List.of(sent.id()), newMessage(), question, SANNE);
    attachments.withdraw(question, sent.id(), SANNE);
    assertThat(attachments.find(question, sent.id(), SANNE)).isPresent();
  }

  @Test
  void cleansUpWhatWasNeverSent() throws IOException {
    var unsent = note();
    var sent = note();
    attachments.claim(List.of(sent.id()), newMessage(), question, SANNE);

    attachments.removeUnclaimedBefore(clock.instant().minus(Duration.ofDays(1)));
    assertThat(attachments.find(question, unsent.id(), SANNE)).isPresent();

    assertThat(attachments.removeUnclaimedBefore(clock.instant().plusSeconds(1))).isPositive();
    assertThat(attachments.find(question, unsent.id(), SANNE)).isEmpty();
    assertThat(attachments.find(question, sent.id(), SANNE)).isPresent();
    assertThat(piecesOf(unsent)).isZero();
    assertThat(piecesOf(sent)).isOne();
  }

  private int piecesOf(Attachment attachment) {
    return sql.sql("select count(*) from support.attachment_piece where attachment_id = ?")
        .param(attachment.id())
        .query(Integer.class)
        .single();
  }

  @Test
  void doesNotLetOnePersonFillTheDisk() {
    assertRefused(
        "attachment.too-many-waiting",
        () -> {
          for (int i = 0; i <= 40; i++) {
            note();
          }
        });
  }
}
