package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A range holds exactly the addresses that begin with its bits. */
class AddressRangeProperties {

  @Property
  void holdsWhatBeginsWithTheSameBits(
      @ForAll("addresses") byte[] one,
      @ForAll("addresses") byte[] other,
      @ForAll @IntRange(max = 128) int wished) {
    int bits = one.length * 8;
    int length = Math.min(wished, bits);
    var range = AddressRange.of(text(one) + "/" + length).orElseThrow();
    assertThat(range.holds(address(one))).isTrue();
    assertThat(range.holds(address(other)))
        .isEqualTo(one.length == other.length && head(one, length).equals(head(other, length)));
  }

  /** Nearly the same addresses: those that differ in one bit. */
  @Property
  void oneBitDecides(
      @ForAll("addresses") byte[] one,
      @ForAll @IntRange(max = 127) int at,
      @ForAll @IntRange(max = 128) int wished) {
    int bits = one.length * 8;
    int bit = at % bits;
    int length = Math.min(wished, bits);
    var other = one.clone();
    other[bit / 8] ^= (byte) (0x80 >> bit % 8);
    var range = AddressRange.of(text(one) + "/" + length).orElseThrow();
    assertThat(range.holds(address(other))).isEqualTo(bit >= length);
  }

  @Property
  void isReadBackAsItIsWritten(
      @ForAll("addresses") byte[] one, @ForAll @IntRange(max = 32) int length) {
    var range = AddressRange.of(text(one) + "/" + length).orElseThrow();
    assertThat(AddressRange.of(range.toString())).contains(range);
  }

  @Property
  void nothingTypedBreaksIt(@ForAll String typed) {
    AddressRange.of(typed).ifPresent(range -> assertThat(range.length()).isBetween(0, 128));
  }

  @Example
  void nonsenseIsNoRange() {
    for (var typed :
        List.of(
            "",
            "/",
            "/24",
            "192.0.2.0/",
            "192.0.2.0/33",
            "192.0.2.0/-1",
            "192.0.2.0/024",
            "192.0.2/24",
            "192.0.2.256/24",
            "192.0.02.0/24",
            "0x7f.0.0.1",
            "127.1",
            "2130706433",
            "192.0.2.0/24/8",
            "192.0.2.0 /24",
            "example.org/24",
            "localhost",
            "2001:db8::/129",
            "2001:db8:::/32",
            "fe80::1%eth0/64",
            "*",
            "192.0.2.0-192.0.2.255",
            "١٩٢.0.2.0/24")) {
      assertThat(AddressRange.of(typed)).as(typed).isEmpty();
    }
    assertThat(
            AddressRange.of("::ffff:192.0.2.7")
                .orElseThrow()
                .holds(address(new byte[] {(byte) 192, 0, 2, 7})))
        .isTrue();
  }

  @Provide
  Arbitrary<byte[]> addresses() {
    return Arbitraries.oneOf(bytes(4), bytes(16));
  }

  private static Arbitrary<byte[]> bytes(int length) {
    // Few values, so that two often begin alike; not all zero, which IPv6 would write as IPv4.
    return Arbitraries.of((byte) 0x20, (byte) 0x21, (byte) 0xff, (byte) 0x80)
        .array(byte[].class)
        .ofSize(length);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return address(bytes).getHostAddress();
  }

  private static BigInteger head(byte[] bytes, int length) {
    return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - length);
  }
}
