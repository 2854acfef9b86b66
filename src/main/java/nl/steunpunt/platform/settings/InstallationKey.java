package nl.steunpunt.platform.settings;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of this installation, kept outside the database: whoever gets a copy of the database
 * cannot read what is sealed in it. It is {@code steunpunt.key} when that is set (nodes that share
 * a database need the same one), else a file in the data folder, made at the first start.
 */
@Component
public class InstallationKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;

  InstallationKey(@Value("${steunpunt.key:}") String given, @Value("${steunpunt.data}") File data) {
    this.key =
        given.isBlank() ? fromFile(data.toPath()) : given.strip().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * AES-256-GCM; the purpose is bound in, so that one setting's secret does not open as another's.
   */
  public String seal(String purpose, String plain) {
    var nonce = random(NONCE_BYTES);
    var sealed =
        cipher(Cipher.ENCRYPT_MODE, purpose, nonce, plain.getBytes(StandardCharsets.UTF_8));
    var all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * @throws IllegalStateException when it was sealed with another key, or changed
   */
  public String open(String purpose, String sealed) {
    var all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    var nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    var rest = new byte[all.remaining()];
    all.get(rest);
    return new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
  }

  /** HMAC-SHA-256: a mark that only we can have made. */
  public byte[] mark(String purpose, String text) {
    return mac(key, purpose + "\n" + text);
  }

  private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(mac(key, "seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed with another key: " + purpose, e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fromFile(Path data) {
    var file = data.resolve("secret.key");
    try {
      Files.createDirectories(data);
      try {
        Files.createFile(file, ownerOnly());
        Files.writeString(file, Base64.getEncoder().encodeToString(random(32)));
      } catch (FileAlreadyExistsException e) {
        // From an earlier start.
      }
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
