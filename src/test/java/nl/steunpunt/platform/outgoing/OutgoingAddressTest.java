package nl.steunpunt.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import nl.steunpunt.platform.outgoing.NotSent.Reason;
import nl.steunpunt.platform.web.AddressRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as an address, and what counts as the internet. */
class OutgoingAddressTest {

  private static OutgoingAddress read(String typed) throws NotSent {
    return OutgoingAddress.of(typed);
  }

  private static Reason refused(String typed) {
    try {
      throw new AssertionError("read as " + OutgoingAddress.of(typed));
    } catch (NotSent refused) {
      return refused.reason();
    }
  }

  @Test
  void anAddressIsSchemeHostPortAndTarget() throws NotSent {
    assertThat(read(" https://Chat.Example.org/hooks/Abc?x=1&y=%20 "))
        .isEqualTo(new OutgoingAddress(false, "chat.example.org", 443, "/hooks/Abc?x=1&y=%20"));
    assertThat(read("http://chat:8065")).isEqualTo(new OutgoingAddress(true, "chat", 8065, "/"));
    assertThat(read("https://prod-12.westeurope.logic.azure.com:443/workflows/a?sig=b").whole())
        .isEqualTo("https://prod-12.westeurope.logic.azure.com/workflows/a?sig=b");
    assertThat(read("https://example.org?x").target()).isEqualTo("/?x");
    assertThat(read("https://192.0.2.7/a").host()).isEqualTo("192.0.2.7");
    assertThat(read("https://[2001:DB8::1]/a").host()).isEqualTo("[2001:db8:0:0:0:0:0:1]");
    assertThat(read("https://[::ffff:127.0.0.1]/a").host()).isEqualTo("127.0.0.1");
  }

  @Test
  void whatComesAfterTheHostIsNotShown() throws NotSent {
    assertThat(read("https://chat.example.org/hooks/secret?sig=secret"))
        .hasToString("https://chat.example.org/…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a@example.org/",
        "https://a:b@example.org/",
        "https://@example.org/",
        "https://good.example@127.0.0.1/",
        "https://good.example:443" + "@127.0.0.1/",
        "https:///a@127.0.0.1/",
        "http://127.0.0.1:80@example.org/"
      })
  void nothingStandsBeforeAnAtSign(String typed) {
    assertThat(refused(typed)).isEqualTo(Reason.CREDENTIALS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chat.example.org/hooks/a",
        "//chat.example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/_x",
        "javascript:alert(1)",
        "https:/example.org/",
        "https:example.org",
        "https://",
        "https:///a",
        "https://example.org\\@127.0.0.1/",
        "https://example.org#@127.0.0.1/",
        "https://example.org/a#b",
        "https://example.org/a b",
        "https://example.org/\r\nX: y",
        "https://example.org/é",
        "https://exämple.org/",
        "https://example.org%2f@x/",
        "https://127.0.0.1%2f.example.org/",
        "https://example.org:0/",
        "https://example.org:65536/",
        "https://example.org:443:443/",
        "https://example.org.:443/",
        "https://-a.example/",
        "https://a..example/",
        "https://a_b.example/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://127.0.0.01/",
        "https://127.0.0.1./",
        "https://256.1.1.1/",
        "https://1.2.3.4.5/",
        "https://example.0x10/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://[127.0.0.1]:x/",
        "https://①②⑦.⓪.⓪.①/"
      })
  void whatCanBeReadInTwoWaysIsNotRead(String typed) {
    assertThat(refused(typed)).isIn(Reason.ADDRESS, Reason.CREDENTIALS);
  }

  @Test
  void anAddressLongerThanAnyIsNone() {
    assertThat(refused("https://example.org/" + "a".repeat(2_000))).isEqualTo(Reason.ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "::a00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void theseAreNotTheInternet(String address) throws Exception {
    assertThat(Networks.isInternet(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "223.255.255.254",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void theseAre(String address) throws Exception {
    assertThat(Networks.isInternet(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void onlyPartsOfOnesOwnNetworkCanBeNamed() {
    for (var good : List.of("10.0.0.0/8", "10.2.3.4", "127.0.0.1", "192.168.7.0/24", "fd00::/8")) {
      assertThat(OutgoingSettings.isInside(AddressRange.of(good).orElseThrow())).as(good).isTrue();
    }
    for (var bad :
        List.of(
            "0.0.0.0/0", "8.0.0.0/7", "8.8.8.8", "172.0.0.0/8", "224.0.0.0/4", "::/0", "::/8")) {
      assertThat(OutgoingSettings.isInside(AddressRange.of(bad).orElseThrow())).as(bad).isFalse();
    }
  }

  @Test
  void aHostIsNamedWithItsPortAndAllBelowItWithAStar() {
    assertThat(HostRule.of("Chat.Example.org")).hasToString("Optional[chat.example.org]");
    assertThat(HostRule.of("https://chat.example.org:8065/"))
        .hasToString("Optional[chat.example.org:8065]");
    assertThat(HostRule.of("http://chat")).hasToString("Optional[http://chat]");
    assertThat(HostRule.of("*.example.org")).hasToString("Optional[*.example.org]");
    for (var bad :
        List.of(
            "*",
            "*.org",
            "*.com:443",
            "*.127.0.0.1",
            "a.*.example.org",
            "chat.example.org/hooks",
            "chat.example.org:25",
            "chat.example.org:22",
            "chat.example.org:99999",
            "a@b.example",
            "127.1",
            "ftp://a.example",
            "")) {
      assertThat(HostRule.of(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void aStarIsForWhatIsBelowAndNothingElse() throws NotSent {
    var rule = HostRule.of("*.example.org").orElseThrow();
    assertThat(rule.covers(read("https://a.example.org/"))).isTrue();
    assertThat(rule.covers(read("https://a.b.example.org/"))).isTrue();
    assertThat(rule.covers(read("https://example.org/"))).isFalse();
    assertThat(rule.covers(read("https://evilexample.org/"))).isFalse();
    assertThat(rule.covers(read("https://a.example.org:8443/"))).isFalse();
    assertThat(rule.covers(read("http://a.example.org/"))).isFalse();
    assertThat(rule.covers(read("https://a.example.org.evil.example/"))).isFalse();
  }
}
