package nl.steunpunt.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.people.account.TestSignIns;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.platform.live.TestStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class EventsTest {
  @Autowired Workplace workplace;
  @Autowired TestSignIns signIns;
  @Autowired LiveHub hub;
  @Autowired TestStreams streams;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @LocalServerPort int port;
  Floor floor;
  Client anna;
  Client fatima;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    fatima = workplace.client(floor.fatima);
  }

  @Test
  void askerAndPowerUserHearAndNobodyElse() throws Exception {
    try (var asker = Stream.open(anna, null);
        var helper = Stream.open(fatima, null);
        var other = Stream.open(workplace.client(floor.bram), null)) {
      assertThat(asker.next().kind()).isEqualTo("hello");
      assertThat(helper.next().kind()).isEqualTo("hello");
      assertThat(other.next().kind()).isEqualTo("hello");

      var id = floor.ask("Hoor je mij");

      var heard = helper.next();
      assertThat(heard.kind()).isEqualTo("question");
      assertThat(heard.data().get("subject").asLong()).isEqualTo(id);
      assertThat(heard.data().get("detail").asString()).isEqualTo("asked");
      assertThat(asker.next().data().get("subject").asLong()).isEqualTo(id);
      fatima.post("/questions/%d/answer".formatted(id), "{'text':'Luid en duidelijk'}");
      assertThat(asker.next().data().get("detail").asString()).isEqualTo("answered");
      assertThat(other.isQuiet()).isTrue();
    }
  }

  @Test
  void whoIsHelpedHearsThatPresenceChanged() throws Exception {
    try (var helped = Stream.open(anna, null);
        var own = Stream.open(fatima, null);
        var elsewhere = Stream.open(workplace.client(workplace.floor().anna), null)) {
      assertThat(helped.nextPresence()).as("she came").isEqualTo(floor.fatima.id().value());
      assertThat(own.nextPresence()).isEqualTo(floor.fatima.id().value());
      var until = clock.instant().plusSeconds(600);
      fatima.put("/presence", "{'state':'busy','until':'%s'}".formatted(until));
      assertThat(helped.nextPresence()).isEqualTo(floor.fatima.id().value());
      assertThat(own.nextPresence()).isEqualTo(floor.fatima.id().value());
      fatima.put("/presence", "{'state':'there'}");
      assertThat(helped.nextPresence()).isEqualTo(floor.fatima.id().value());
      assertThat(elsewhere.heardOfNobody()).isTrue();
    }
  }

  @Test
  void aStreamGoesOnWhereItBroke() throws Exception {
    String position;
    try (var stream = Stream.open(fatima, null)) {
      stream.next();
      floor.ask("De eerste");
      position = stream.next().id();
    }
    var missed = new HashSet<Long>();
    for (int i = 0; i < 5; i++) {
      missed.add(floor.ask("Gemist " + i));
    }
    try (var stream = Stream.open(fatima, position)) {
      var seen = new HashSet<Long>();
      Stream.Event event = stream.next();
      for (; event.kind().equals("question"); event = stream.next()) {
        seen.add(event.data().get("subject").asLong());
      }
      assertThat(seen).isEqualTo(missed);
      assertThat(event.kind()).as("nothing is unknown").isEqualTo("hello");
      var later = floor.ask("En verder");
      assertThat(stream.next().data().get("subject").asLong()).isEqualTo(later);
    }
  }

  @Test
  void aStreamThatWasAwayTooLongIsToldToReadAnew() throws Exception {
    String position;
    try (var stream = Stream.open(fatima, null)) {
      position = stream.next().id();
    }
    floor.ask("Hierna gaan de berichten weg");
    workplace.nobody().post("/demo/clock", "{'advance':'PT1H'}");
    try (var stream = Stream.open(fatima, position)) {
      assertThat(stream.next().kind()).isEqualTo("reset");
      var id = floor.ask("Vanaf hier weer alles");
      assertThat(stream.next().data().get("subject").asLong()).isEqualTo(id);
    }
  }

  @Test
  void aPlaceThatIsNoneIsToldToReadAnew() throws Exception {
    try (var stream = Stream.open(fatima, "yesterday")) {
      assertThat(stream.next().kind()).isEqualTo("reset");
    }
    try (var stream = Stream.open(fatima, "9:1:5")) {
      assertThat(stream.next().kind()).isEqualTo("reset");
    }
    assertThat(workplace.nobody().get("/events").status()).isEqualTo(401);
  }

  @Test
  void whoLeavesIsGoneAtOnce() throws Exception {
    try (var stream = Stream.open(fatima, null)) {
      stream.next();
      var open = hub.streams();
      stream.close();
      await(() -> hub.streams() < open);
    }
  }

  /** Its connection fills up: ten megabytes are more than the system keeps for it. */
  @Test
  void aBrowserThatReadsNothingHoldsNobodyUp() throws Exception {
    var cookie = signIns.browser(floor.anna.id());
    try (var deaf = new Socket();
        var helper = Stream.open(fatima, null)) {
      helper.next();
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(new InetSocketAddress("127.0.0.1", port));
      deaf.getOutputStream()
          .write(
              "GET /events HTTP/1.1\r\nHost: localhost\r\nCookie: %s=%s\r\n\r\n"
                  .formatted(cookie.getName(), cookie.getValue())
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(deaf.getInputStream().read()).isEqualTo('H');
      var open = hub.streams();
      for (int i = 0; i < 1_500; i++) {
        hub.whisper(List.of(floor.anna.id()), "question", i, "x".repeat(7_000));
      }
      var id = floor.ask("Hoor je mij");
      assertThat(helper.next().data().get("subject").asLong()).isEqualTo(id);
      await(() -> hub.streams() < open);
    }
  }

  @Test
  void aStreamEndsWhenItsSignInHasRunOut() throws Exception {
    try (var stream = Stream.open(inBrowser(signIns.browser(floor.anna.id())));
        var longer = Stream.open(anna, null)) {
      stream.next();
      streams.beat();
      sql.sql(
              """
              update people.sign_in set expires_at = created_at + interval '1 millisecond'
               where person_id = :anna and kind = 'browser'
              """)
          .param("anna", floor.anna.id())
          .update();
      streams.beat();
      assertThat(stream.ends()).isTrue();
      longer.next();
      var id = floor.ask("De sleutel geldt nog");
      assertThat(longer.next().data().get("subject").asLong()).isEqualTo(id);
    }
  }

  /** The first has just been opened too: so many live at once, and it is not its turn to go. */
  @Test
  void whoOpensTooManyAtOnceIsToldToWait() throws Exception {
    var open = new ArrayList<Stream>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(Stream.open(anna, null));
      }
      var refused = anna.get("/events");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(Integer.parseInt(requireNonNull(refused.header("Retry-After")))).isBetween(1, 60);
      assertThat(refused.text("/detail")).contains("te veel schermen");
      for (var stream : open) {
        assertThat(stream.next().kind()).isEqualTo("hello");
      }
      open.getFirst().close();
      await(() -> opensOneMore(open));
    } finally {
      for (var stream : open) {
        stream.close();
      }
    }
  }

  private boolean opensOneMore(List<Stream> open) {
    try {
      return open.add(Stream.open(anna, null));
    } catch (Exception refused) {
      return false;
    }
  }

  private HttpRequest.Builder inBrowser(Cookie cookie) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/events"))
        .header("Cookie", cookie.getName() + "=" + cookie.getValue());
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("ten seconds").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
