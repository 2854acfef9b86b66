package nl.steunpunt.support.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import nl.steunpunt.support.attachment.Attachment.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes in rows of {@link #SIZE}: written and read one at a time. */
@Component
class Pieces {
  static final int SIZE = 256 << 10;

  private final JdbcClient sql;

  Pieces(JdbcClient sql) {
    this.sql = sql;
  }

  void write(AttachmentId id, Form form, Content content) {
    try (var in = Files.newInputStream(content.file())) {
      sql.sql(
              """
              insert into support.attachment_content (attachment_id, form, media_type, size, width, height, hash)
              values (:id, :form, :mediaType, :size, :width, :height, :hash)
              """)
          .param("id", id)
          .param("form", form)
          .param("mediaType", content.mediaType())
          .param("size", Files.size(content.file()))
          .param("width", content.width())
          .param("height", content.height())
          .param("hash", hash(content))
          .update();
      var piece = in.readNBytes(SIZE);
      for (int seq = 0; piece.length > 0; seq++, piece = in.readNBytes(SIZE)) {
        sql.sql("insert into support.attachment_piece values (:id, :form, :seq, :bytes)")
            .param("id", id)
            .param("form", form)
            .param("seq", seq)
            .param("bytes", piece)
            .update();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Download> open(Attachment attachment, Form form) {
    return sql.sql(
            """
            select media_type, size, encode(hash, 'hex') as hash from support.attachment_content
            where attachment_id = :id and form = :form
            """)
        .param("id", attachment.id())
        .param("form", form)
        .query((row, _) ->
            download(
                attachment,
                form,
                row.getString("media_type"),
                row.getInt("size"),
                row.getString("hash")))
        .optional();
  }

  private Download download(
      Attachment attachment, Form form, String mediaType, int size, String hash) {
    return new Download(
        attachment.name(), mediaType, size, hash, out -> read(attachment.id(), form, size, out));
  }

  /** A statement per piece: a slow reader on a train does not hold a connection of the pool. */
  private void read(AttachmentId id, Form form, int size, OutputStream out) throws IOException {
    for (int seq = 0, left = size; left > 0; seq++) {
      var piece =
          sql.sql(
                  "select bytes from support.attachment_piece where attachment_id = :id and form = :form and seq = :seq")
              .param("id", id)
              .param("form", form)
              .param("seq", seq)
              .query((row, _) -> row.getBytes(1))
              .optional()
              .orElseThrow(
                  () -> new EOFException("attachment " + id + " was removed while it was sent"));
      out.write(piece);
      left -= piece.length;
    }
  }

  private static byte[] hash(Content content) throws IOException {
    try (var in =
        new DigestInputStream(
            Files.newInputStream(content.file()), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
