package nl.steunpunt.platform.outgoing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.steunpunt.platform.outgoing.AnsweringServer.raw;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import nl.steunpunt.platform.outgoing.AnsweringServer.Answering;
import nl.steunpunt.platform.outgoing.NotSent.Reason;
import nl.steunpunt.platform.settings.MemorySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door itself, against servers that behave and that do not. */
class OutgoingTest {
  private final MemorySettings settings = new MemorySettings();
  private final Outgoing outgoing = new Outgoing(settings);

  private static OutgoingAddress address(String typed) {
    try {
      return OutgoingAddress.of(typed);
    } catch (NotSent refused) {
      throw new AssertionError(refused);
    }
  }

  private void allow(List<String> hosts, List<String> networks) {
    settings.put(OutgoingSettings.SETTING, new OutgoingSettings(hosts, networks, hosts));
  }

  private void allow(AnsweringServer server) {
    allow(List.of("http://127.0.0.1:" + server.port()), List.of("127.0.0.0/8"));
  }

  private static OutgoingCall post(AnsweringServer server) {
    return OutgoingCall.postJson(
        address("http://127.0.0.1:" + server.port() + "/hooks/a?b=c"), "{\"text\":\"é\"}");
  }

  private static Reason refused(Outgoing door, OutgoingCall call) {
    try {
      throw new AssertionError("answered " + door.send(call).status());
    } catch (NotSent refused) {
      return refused.reason();
    }
  }

  private Reason refused(OutgoingCall call) {
    return refused(outgoing, call);
  }

  private OutgoingAnswer answer(Answering answering) throws Exception {
    return answer(answering, 4_096, Duration.ofSeconds(10));
  }

  private OutgoingAnswer answer(Answering answering, int most, Duration within) throws Exception {
    try (var server = AnsweringServer.plain(answering)) {
      allow(server);
      return outgoing.send(post(server).keeping(most).within(within));
    }
  }

  @Test
  void sendsARequestAndReadsItsAnswer() throws Exception {
    try (var server = AnsweringServer.plain(says("202 Accepted", "thanks", "X-It: yes"))) {
      allow(server);

      var answer = outgoing.send(post(server).with("TTL", "60"));

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.isGood()).isTrue();
      assertThat(answer.text()).isEqualTo("thanks");
      assertThat(answer.headers()).containsEntry("x-it", "yes");
      assertThat(answer.cut()).isFalse();
      var got = server.got().getFirst();
      assertThat(got.line()).isEqualTo("POST /hooks/a?b=c HTTP/1.1");
      assertThat(got.header("host")).isEqualTo("127.0.0.1:" + server.port());
      assertThat(got.header("content-type")).isEqualTo("application/json; charset=utf-8");
      assertThat(got.header("ttl")).isEqualTo("60");
      assertThat(got.header("connection")).isEqualTo("close");
      assertThat(got.body()).isEqualTo("{\"text\":\"é\"}");
      outgoing.send(OutgoingCall.get(post(server).address()));
      assertThat(server.got().getLast().line()).startsWith("GET ");
    }
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
    try (var inside = AnsweringServer.plain(says("200 OK", "secret"));
        var server =
            AnsweringServer.plain(
                says("302 Found", "", "Location: http://127.0.0.1:" + inside.port() + "/secret"))) {
      allow(
          List.of("http://127.0.0.1:" + server.port(), "http://127.0.0.1:" + inside.port()),
          List.of("127.0.0.1"));
      assertThat(outgoing.send(post(server)).status()).isEqualTo(302);
      assertThat(inside.got()).isEmpty();
    }
  }

  @Test
  void withoutEncryptionOrAtAnOddPortOnlyWhatWasNamed() throws Exception {
    try (var server = AnsweringServer.plain(says("200 OK", ""))) {
      assertThat(refused(post(server))).isEqualTo(Reason.PLAIN);
      assertThat(refused(OutgoingCall.get(address("https://127.0.0.1:" + server.port() + "/"))))
          .isEqualTo(Reason.PORT);
      assertThat(refused(OutgoingCall.get(address("https://chat.example/")).toNamedHosts()))
          .isEqualTo(Reason.NOT_NAMED);
      assertThat(
              refused(OutgoingCall.get(address("https://chat.example/")).toHosts("*.push.example")))
          .isEqualTo(Reason.NOT_NAMED);
      assertThat(server.got()).isEmpty();
    }
  }

  /** Anybody may type the address of a calendar; what an administrator opened is not for that. */
  @Test
  void whatIsNamedForAdministratorsIsNotForEverybody() throws Exception {
    try (var server = AnsweringServer.plain(says("200 OK", ""))) {
      var host = "http://127.0.0.1:" + server.port();
      settings.put(
          OutgoingSettings.SETTING, new OutgoingSettings(List.of(host), List.of("127.0.0.0/8")));
      assertThat(refused(post(server))).isEqualTo(Reason.PLAIN);
      assertThat(refused(resolving("127.0.0.1"), OutgoingCall.get(address("https://own.example/"))))
          .as("a name of one's own that leads inside")
          .isEqualTo(Reason.INSIDE);
      assertThat(server.got()).isEmpty();
      assertThat(outgoing.send(post(server).byAdministrator()).isGood()).isTrue();
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(List.of(), List.of("127.0.0.0/8"), List.of(host)));
      assertThat(outgoing.send(post(server)).isGood()).isTrue();
      assertThat(refused(post(server).byAdministrator())).isEqualTo(Reason.PLAIN);
    }
  }

  @Test
  void aNamedHostIsStillNotReachedInside() throws Exception {
    try (var server = AnsweringServer.plain(says("200 OK", ""))) {
      allow(
          List.of("http://127.0.0.1:" + server.port(), "http://localhost:" + server.port()),
          List.of());
      assertThat(refused(post(server))).isEqualTo(Reason.INSIDE);
      assertThat(refused(OutgoingCall.get(address("http://localhost:" + server.port() + "/"))))
          .isEqualTo(Reason.INSIDE);
      assertThat(refused(OutgoingCall.get(address("https://[::1]/")))).isEqualTo(Reason.INSIDE);
      assertThat(refused(OutgoingCall.get(address("https://[::ffff:127.0.0.1]/"))))
          .isEqualTo(Reason.INSIDE);
      assertThat(refused(OutgoingCall.get(address("https://169.254.169.254/latest"))))
          .isEqualTo(Reason.INSIDE);
      assertThat(server.got()).isEmpty();
    }
  }

  private Outgoing resolving(String... addresses) {
    return new Outgoing(
        settings,
        host -> {
          var all = new InetAddress[addresses.length];
          for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.ofLiteral(addresses[i]);
          }
          return all;
        },
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  @Test
  void aNameThatLeadsInsideIsRefused() {
    for (var inside :
        List.of("127.0.0.1", "10.0.0.1", "::1", "fd00::1", "::ffff:10.0.0.1", "224.0.0.1")) {
      assertThat(refused(resolving(inside), OutgoingCall.get(address("https://rebind.example/"))))
          .as(inside)
          .isEqualTo(Reason.INSIDE);
    }
  }

  @Test
  void whatNeverIsAnywhereStaysClosedAlsoWhenItWasNamed() {
    allow(List.of(), List.of("224.0.0.0/4", "0.0.0.0/0", "::/0", "8.8.8.8/32"));
    for (var never : List.of("224.0.0.1", "0.0.0.0", "255.255.255.255", "127.0.0.1", "::1")) {
      assertThat(refused(resolving(never), OutgoingCall.get(address("https://rebind.example/"))))
          .as(never)
          .isEqualTo(Reason.INSIDE);
    }
  }

  /** The second look would lead inside: there is no second look. */
  @Test
  void aNameIsLookedUpOnceAndWhatItLedToIsConnectedTo() throws Exception {
    try (var server = AnsweringServer.plain(says("200 OK", "named"));
        var other = AnsweringServer.plain(says("200 OK", "elsewhere"))) {
      allow(List.of("http://rebind.example:" + server.port()), List.of("127.0.0.1/32"));
      var looks = new AtomicInteger();
      var door =
          new Outgoing(
              settings,
              host ->
                  new InetAddress[] {
                    InetAddress.ofLiteral(looks.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
                  },
              () -> (SSLSocketFactory) SSLSocketFactory.getDefault());

      var answer =
          door.send(OutgoingCall.get(address("http://rebind.example:" + server.port() + "/")));

      assertThat(answer.text()).isEqualTo("named");
      assertThat(looks).hasValue(1);
      assertThat(server.got().getFirst().header("host"))
          .isEqualTo("rebind.example:" + server.port());
      assertThat(other.got()).isEmpty();
    }
  }

  /** Of a name with an address inside and one outside, the one inside is never tried. */
  @Test
  void onlyAllowedAddressesOfANameAreTried() throws Exception {
    try (var server = AnsweringServer.plain(says("200 OK", "good"))) {
      allow(List.of("http://mixed.example:" + server.port()), List.of("127.0.0.1/32"));
      var call = OutgoingCall.get(address("http://mixed.example:" + server.port() + "/"));
      assertThat(resolving("10.255.255.1", "127.0.0.1").send(call).text()).isEqualTo("good");
    }
  }

  @Test
  void saysWhatKeepsItFromAnswering() throws Exception {
    assertThat(refused(OutgoingCall.get(address("https://no-such-host.invalid/"))))
        .isEqualTo(Reason.UNKNOWN_NAME);
    var gone = AnsweringServer.plain(says("200 OK", ""));
    allow(gone);
    var call = post(gone);
    gone.close();
    assertThat(refused(call)).isEqualTo(Reason.UNREACHABLE);
    try (var plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofPlatform().daemon().start(() -> sayHello(plain));
      allow(List.of("127.0.0.1:" + plain.getLocalPort()), List.of("127.0.0.1"));
      assertThat(
              refused(OutgoingCall.get(address("https://127.0.0.1:" + plain.getLocalPort() + "/"))))
          .isEqualTo(Reason.ENCRYPTION);
    }
  }

  private static void sayHello(ServerSocket plain) {
    try (var client = plain.accept()) {
      client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refusedWithin(Answering answering, Reason reason) throws Exception {
    var start = System.nanoTime();
    try (var server = AnsweringServer.plain(answering)) {
      allow(server);
      assertThat(refused(post(server).within(Duration.ofMillis(600)))).isEqualTo(reason);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void waitsForNobodyLongerThanItSaid() throws Exception {
    refusedWithin(AnsweringServer.hangs(), Reason.SLOW);
    refusedWithin(
        (request, out) -> {
          for (var sign : "HTTP/1.1 200 OK, but very slowly indeed".toCharArray()) {
            out.write(sign);
            out.flush();
            Thread.sleep(100);
          }
        },
        Reason.SLOW);
    refusedWithin(
        (request, out) -> {
          while (true) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
            out.flush();
            Thread.sleep(20);
          }
        },
        Reason.SLOW);
  }

  @Test
  void aNameThatTakesForEverIsGivenUp() {
    var door =
        new Outgoing(
            settings,
            host -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[0];
            },
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    assertThat(
            refused(
                door,
                OutgoingCall.get(address("https://slow.example/")).within(Duration.ofMillis(300))))
        .isEqualTo(Reason.SLOW);
  }

  private static Answering endless(String head, String piece) {
    return (request, out) -> {
      out.write(head.getBytes(US_ASCII));
      while (true) {
        out.write(piece.getBytes(US_ASCII));
      }
    };
  }

  @Test
  void keepsNoMoreOfAnAnswerThanItSaid() throws Exception {
    var endless = answer(endless("HTTP/1.1 200 OK\r\n\r\n", "x"), 1_000, Duration.ofSeconds(10));
    assertThat(endless.status()).isEqualTo(200);
    assertThat(endless.body()).hasSize(1_000);
    assertThat(endless.cut()).isTrue();
    var chunks =
        answer(
            endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n"),
            1_000,
            Duration.ofSeconds(10));
    assertThat(chunks.body()).hasSize(1_000);
    assertThat(chunks.cut()).isTrue();
    var huge = answer(raw("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabc"));
    assertThat(huge.text()).isEqualTo("abc");
    assertThat(huge.cut()).isTrue();
    refusedWithin(endless("HTTP/1.1 200 OK\r\n", "X: y\r\n"), Reason.NONSENSE);
    refusedWithin(endless("HTTP/1.1 200 OK\r\nX: ", "y"), Reason.NONSENSE);
  }

  /** They have it, and said so: to call that a failure would be to send it again. */
  @Test
  void anAnswerWhoseBodyNeverEndsIsAnAnswer() throws Exception {
    var slow =
        answer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nab".getBytes(US_ASCII));
              out.flush();
              Thread.sleep(60_000);
            },
            100,
            Duration.ofMillis(600));
    assertThat(slow.status()).isEqualTo(200);
    assertThat(slow.cut()).isTrue();
  }

  @Test
  void readsAnswersAsServersWriteThem() throws Exception {
    assertThat(
            answer(
                    raw(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
                .text())
        .isEqualTo("abcde");
    assertThat(answer(raw("HTTP/1.0 200 OK\n\nuntil the end")).text()).isEqualTo("until the end");
    assertThat(answer(raw("HTTP/1.1 204 No Content\r\n\r\n")).cut()).isFalse();
    assertThat(
            answer(
                    raw(
                        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"))
                .status())
        .isEqualTo(201);
    assertThat(answer(raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc")).cut())
        .isTrue();
  }

  @Test
  void nonsenseIsNoAnswer() throws Exception {
    for (var nonsense :
        List.of(
            "",
            "SSH-2.0-OpenSSH_9.2\r\n",
            "220 mail.example ESMTP\r\n",
            "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 999 Odd\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX: y")) {
      try (var server = AnsweringServer.plain(raw(nonsense))) {
        allow(server);
        assertThat(refused(post(server))).as(nonsense).isEqualTo(Reason.NONSENSE);
      }
    }
  }

  @Test
  void readsHowLongToWait() {
    var now = Instant.parse("2026-12-01T09:00:00Z");
    assertThat(after("120", now)).isEqualTo(now.plusSeconds(120));
    assertThat(after("Tue, 01 Dec 2026 09:30:00 GMT", now)).isEqualTo(now.plusSeconds(1800));
    assertThat(after("soon", now)).isNull();
    assertThat(after("", now)).isNull();
    assertThat(after("-5", now)).isNull();
  }

  private static @org.jspecify.annotations.Nullable Instant after(String said, Instant now) {
    return new OutgoingAnswer(429, java.util.Map.of("retry-after", said), new byte[0], false)
        .retryAfter(now)
        .orElse(null);
  }

  /** The certificate must be for the name that was typed, whatever address it led to. */
  @Test
  void theCertificateMustBeForTheName(@TempDir Path folder) throws Exception {
    var context = OwnCertificate.of("chat.example", folder);
    try (var server = AnsweringServer.encrypted(context, says("200 OK", "hello"))) {
      allow(
          List.of("chat.example:" + server.port(), "other.example:" + server.port()),
          List.of("127.0.0.1"));
      var door =
          new Outgoing(
              settings,
              host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
              context::getSocketFactory);
      var good = OutgoingCall.get(address("https://chat.example:" + server.port() + "/"));
      assertThat(door.send(good).text()).isEqualTo("hello");
      var wrong = OutgoingCall.get(address("https://other.example:" + server.port() + "/"));
      assertThat(refused(door, wrong)).isEqualTo(Reason.ENCRYPTION);
      var untrusting =
          new Outgoing(
              settings,
              host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
              () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
      assertThat(refused(untrusting, good)).isEqualTo(Reason.ENCRYPTION);
    }
  }

  @Test
  void noHeaderSmugglesAnother() {
    var call = OutgoingCall.get(address("https://example.org/"));
    for (var bad : List.of("a\r\nX: y", "a\nb", "é")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> call.with("X", bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> call.with("X: y\r\nZ", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
