package nl.steunpunt.notify.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Held against the example of RFC 8291, section 5 and appendix A, to the byte. */
class PushEncryptionTest {
  private static final String TEXT = "When I grow up, I want to be a watermelon";
  private static final String OURS_PUBLIC =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String OURS_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String BROWSERS_PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String BROWSERS_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String MESSAGE =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
          + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
          + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static BrowserKeys browser() {
    return BrowserKeys.of(BROWSERS_PUBLIC, SECRET).orElseThrow();
  }

  @Test
  void theExampleOfTheStandard() {
    var ours =
        new KeyPair(
            P256.publicKey(bytes(OURS_PUBLIC)).orElseThrow(), P256.privateKey(bytes(OURS_PRIVATE)));
    var message = PushEncryption.encrypt(TEXT.getBytes(UTF_8), browser(), ours, bytes(SALT));
    assertThat(text(message)).isEqualTo(MESSAGE);
  }

  /** So that what it reads from our own messages means something. */
  @Test
  void theBrowserOfTheTestsReadsTheExampleToo() {
    var it =
        new TestBrowser(
            new KeyPair(
                P256.publicKey(bytes(BROWSERS_PUBLIC)).orElseThrow(),
                P256.privateKey(bytes(BROWSERS_PRIVATE))),
            bytes(SECRET));
    assertThat(it.read(bytes(MESSAGE))).isEqualTo(TEXT);
  }

  @Test
  void twiceTheSameIsTwiceAnotherMessage() {
    var browser = TestBrowser.fresh();
    var one = PushEncryption.encrypt(TEXT.getBytes(UTF_8), browser.keys());
    var other = PushEncryption.encrypt(TEXT.getBytes(UTF_8), browser.keys());
    assertThat(text(one)).isNotEqualTo(text(other));
    assertThat(text(one).substring(0, 22)).as("salt").isNotEqualTo(text(other).substring(0, 22));
    assertThat(browser.read(one)).isEqualTo(TEXT);
    assertThat(browser.read(other)).isEqualTo(TEXT);
  }

  @Test
  void theLongestThatFitsInOneRecordAndNoMore() {
    var browser = TestBrowser.fresh();
    var longest = "é".repeat(PushEncryption.MOST_BYTES / 2);
    var message = PushEncryption.encrypt(longest.getBytes(UTF_8), browser.keys());
    assertThat(message.length).isLessThanOrEqualTo(4096);
    assertThat(browser.read(message)).isEqualTo(longest);
    var more = new byte[PushEncryption.MOST_BYTES + 1];
    assertThatThrownBy(() -> PushEncryption.encrypt(more, browser.keys()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoKeyOfABrowserIsRefused() {
    assertThat(BrowserKeys.of(BROWSERS_PUBLIC, SECRET)).isPresent();
    assertThat(BrowserKeys.of("", SECRET)).isEmpty();
    assertThat(BrowserKeys.of("no base64!", SECRET)).isEmpty();
    assertThat(BrowserKeys.of(BROWSERS_PUBLIC, "BTBZMqHH6r4")).as("short secret").isEmpty();
    var point = bytes(BROWSERS_PUBLIC);
    point[64] ^= 1;
    assertThat(BrowserKeys.of(text(point), SECRET)).as("beside the curve").isEmpty();
    var compressed = bytes(BROWSERS_PUBLIC);
    compressed[0] = 2;
    assertThat(BrowserKeys.of(text(compressed), SECRET)).isEmpty();
    var zero = new byte[65];
    zero[0] = 4;
    assertThat(BrowserKeys.of(text(zero), SECRET)).isEmpty();
  }

  /** Numbers that begin with zeros are as long as the others. */
  @Test
  void keysAreWrittenInFullLength() {
    for (int one = 0; one < 600; one++) {
      var pair = P256.fresh();
      var point = P256.bytes((ECPublicKey) pair.getPublic());
      assertThat(point).hasSize(P256.POINT_BYTES);
      assertThat(P256.publicKey(point)).contains((ECPublicKey) pair.getPublic());
      var number = P256.bytes((ECPrivateKey) pair.getPrivate());
      assertThat(number).hasSize(32);
      assertThat(P256.privateKey(number).getS())
          .isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());
    }
  }
}
