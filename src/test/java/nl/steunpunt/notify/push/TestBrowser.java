package nl.steunpunt.notify.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser's side of RFC 8291: it reads what is for it alone. Written from the standard with HMAC,
 * and not from the sender.
 */
public final class TestBrowser {
  private final KeyPair pair;
  private final byte[] secret;

  TestBrowser(KeyPair pair, byte[] secret) {
    this.pair = pair;
    this.secret = secret;
  }

  public static TestBrowser fresh() {
    var secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    return new TestBrowser(P256.fresh(), secret);
  }

  BrowserKeys keys() {
    return new BrowserKeys(point(), secret);
  }

  public String p256dh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point());
  }

  public String auth() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private byte[] point() {
    return P256.bytes((ECPublicKey) pair.getPublic());
  }

  /** Fails when it is not for this browser, or was changed. */
  public String read(byte[] message) {
    try {
      var all = ByteBuffer.wrap(message);
      var salt = take(all, 16);
      var recordSize = all.getInt();
      var sender = take(all, all.get());
      var sealed = take(all, all.remaining());
      if (sealed.length > recordSize) {
        throw new AssertionError("more than one record");
      }
      var agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(pair.getPrivate());
      agreement.doPhase(P256.publicKey(sender).orElseThrow(), true);
      var input =
          hmac(
              hmac(secret, agreement.generateSecret()),
              "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
              point(),
              sender,
              new byte[] {1});
      var extracted = hmac(salt, input);
      var key = expand(extracted, "Content-Encoding: aes128gcm\0", 16);
      var nonce = expand(extracted, "Content-Encoding: nonce\0", 12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      return unpadded(cipher.doFinal(sealed));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String unpadded(byte[] text) {
    var end = text.length - 1;
    while (end > 0 && text[end] == 0) {
      end--;
    }
    if (text[end] != 2) {
      throw new AssertionError("not the last record");
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] expand(byte[] key, String info, int length)
      throws GeneralSecurityException {
    var block = hmac(key, info.getBytes(StandardCharsets.US_ASCII), new byte[] {1});
    return Arrays.copyOf(block, length);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (var part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private static byte[] take(ByteBuffer from, int length) {
    var some = new byte[length];
    from.get(some);
    return some;
  }
}
