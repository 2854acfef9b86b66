package nl.steunpunt.notify.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only that browser can read: RFC 8291 (which key) over RFC 8188 (the coding aes128gcm), in
 * one record. Each message has a key pair and a salt of its own.
 */
final class PushEncryption {
  /** A push service takes 4,096 bytes (RFC 8030, 7.2); head, padding's end and tag are in it. */
  static final int MOST_BYTES = 4096 - 86 - 1 - 16;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECORD_BYTES = 4096;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushEncryption() {}

  static byte[] encrypt(byte[] text, BrowserKeys to) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(text, to, P256.fresh(), salt);
  }

  /** With what is otherwise chosen by chance, so that the RFC's example can be held against it. */
  static byte[] encrypt(byte[] text, BrowserKeys to, KeyPair own, byte[] salt) {
    if (text.length > MOST_BYTES) {
      throw new IllegalArgumentException("too long for a push: " + text.length);
    }
    try {
      var ownPoint = P256.bytes((ECPublicKey) own.getPublic());
      var shared = KeyAgreement.getInstance("ECDH");
      shared.init(own.getPrivate());
      shared.doPhase(to.publicKey(), true);
      var input =
          derive(
              shared.generateSecret(),
              to.secret(),
              join(info("WebPush: info"), to.point(), ownPoint),
              32);
      var key = derive(input, salt, info("Content-Encoding: aes128gcm"), KEY_BYTES);
      var nonce = derive(input, salt, info("Content-Encoding: nonce"), NONCE_BYTES);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      var sealed = cipher.doFinal(join(text, new byte[] {LAST_RECORD}));
      return join(head(salt, ownPoint), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] head(byte[] salt, byte[] ownPoint) {
    return ByteBuffer.allocate(SALT_BYTES + 4 + 1 + ownPoint.length)
        .put(salt)
        .putInt(RECORD_BYTES)
        .put((byte) ownPoint.length)
        .put(ownPoint)
        .array();
  }

  private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(input).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] info(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    var length = 0;
    for (var part : parts) {
      length += part.length;
    }
    var all = ByteBuffer.allocate(length);
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
