package nl.steunpunt.support.attachment;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes to be sent, with what a reply's headers say of them. {@code hash} is the SHA-256 in hex,
 * fit for an ETag; {@code size} is in bytes.
 */
public record Download(String name, String mediaType, int size, String hash, Stream stream) {

  @FunctionalInterface
  public interface Stream {
    /** Fails when the attachment was removed meanwhile. */
    void writeTo(OutputStream out) throws IOException;
  }
}
