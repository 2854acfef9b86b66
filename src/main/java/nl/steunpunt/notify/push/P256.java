package nl.steunpunt.notify.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;

/** Keys on the curve P-256, as push writes them: uncompressed points (SEC 1, 2.3.3) and numbers. */
final class P256 {
  static final int POINT_BYTES = 65;
  private static final int NUMBER_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static KeyPair fresh() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Empty when it is no point of the curve: to multiply one that is not would give our secret away
   * piece by piece.
   */
  static Optional<ECPublicKey> publicKey(byte[] point) {
    if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    var x = number(point, 1);
    var y = number(point, 1 + NUMBER_BYTES);
    if (!isOnCurve(x, y)) {
      return Optional.empty();
    }
    try {
      var spec = new ECPublicKeySpec(new ECPoint(x, y), CURVE);
      return Optional.of((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECPrivateKey privateKey(byte[] number) {
    try {
      var spec = new ECPrivateKeySpec(new BigInteger(1, number), CURVE);
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(ECPublicKey key) {
    return ByteBuffer.allocate(POINT_BYTES)
        .put(UNCOMPRESSED)
        .put(fixed(key.getW().getAffineX()))
        .put(fixed(key.getW().getAffineY()))
        .array();
  }

  static byte[] bytes(ECPrivateKey key) {
    return fixed(key.getS());
  }

  private static boolean isOnCurve(BigInteger x, BigInteger y) {
    var p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      return false;
    }
    var right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  private static BigInteger number(byte[] bytes, int from) {
    return new BigInteger(1, bytes, from, NUMBER_BYTES);
  }

  /** BigInteger writes as few bytes as it can, and one more for a sign. */
  private static byte[] fixed(BigInteger number) {
    var all = number.toByteArray();
    var fixed = new byte[NUMBER_BYTES];
    var length = Math.min(all.length, NUMBER_BYTES);
    System.arraycopy(all, all.length - length, fixed, NUMBER_BYTES - length, length);
    return fixed;
  }

  private static ECParameterSpec curve() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
