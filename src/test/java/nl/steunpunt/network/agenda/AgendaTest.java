package nl.steunpunt.network.agenda;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.network.agenda.AgendaTrouble.Kind;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A power user names a calendar; colleagues see until when they are busy, and nobody more. */
@SteunpuntTest
@ExtendWith(OutputCaptureExtension.class)
class AgendaTest {
  private static final String PATH = "/availability/calendar";
  private static final String SECRET = "/private-9f3c2b/basic.ics";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Autowired World world;
  @Autowired Agendas agendas;
  @Autowired AgendaFetching fetching;
  @Autowired AgendaEnding ending;
  @Autowired Profiles profiles;
  @Autowired Presence presence;
  @Autowired Settings settings;
  @Autowired OrganisationCalendar calendar;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  AnsweringServer server;
  Browser fatima;
  Instant now;

  private static CalendarSettings works(LocalTime from, LocalTime until) {
    var hours = new CalendarSettings.Hours(from, until);
    var week = new EnumMap<DayOfWeek, CalendarSettings.Hours>(DayOfWeek.class);
    List.of(DayOfWeek.values()).forEach(day -> week.put(day, hours));
    return new CalendarSettings(week, Map.of(), true, null, false, null);
  }

  /** At any hour of any day, so that it does not matter when this runs. */
  @BeforeEach
  void fatimaIsThereAndHasACalendar() throws IOException {
    now = clock.instant();
    server = AnsweringServer.plain(says("200 OK", calendar(), "ETag: \"one\""));
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(
            List.of(), List.of("127.0.0.0/8"), List.of("http://127.0.0.1:" + server.port())));
    fatima = world.as(world.fatima());
    sql.sql("delete from network.desk_hours where person_id = :me")
        .param("me", world.fatima().id())
        .update();
    calendar.change(works(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    presence.seen(List.of(new Presence.Seen(world.fatima().id(), null)), now);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Busy now, and once more the day after tomorrow. */
  private String calendar() {
    return "BEGIN:VCALENDAR\r\n"
        + meeting(now.minus(Duration.ofMinutes(20)), now.plus(Duration.ofMinutes(20)))
        + meeting(now.plus(Duration.ofHours(48)), now.plus(Duration.ofHours(49)))
        + "END:VCALENDAR\r\n";
  }

  private static String meeting(Instant from, Instant until) {
    return "BEGIN:VEVENT\r\nSUMMARY:Gesprek met de bedrijfsarts\r\nDTSTART:%s\r\nDTEND:%s\r\nEND:VEVENT\r\n"
        .formatted(UTC.format(from), UTC.format(until));
  }

  private String address() {
    return "http://127.0.0.1:" + server.port() + SECRET;
  }

  private void name() {
    assertThat(fatima.post(PATH, "address", address())).hasStatus(303);
  }

  private int count(String from) {
    return sql.sql("select count(*) from " + from + " where person_id = :me")
        .param("me", world.fatima().id())
        .query(Integer.class)
        .single();
  }

  private String seenBySanne(String page) {
    return world.as(world.sanne()).page(page).select(".presence").eachText().getFirst();
  }

  private @Nullable Kind readAgain() {
    return fetching.readNow(agendas.of(world.fatima().id()).orElseThrow());
  }

  @Test
  void aServerNamedForChatIsNoCalendarsServer() {
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of("http://127.0.0.1:" + server.port()), List.of("127.0.0.0/8")));
    assertThat(fatima.post(PATH, "address", address())).hasStatus(422);
    assertThat(server.got()).isEmpty();
  }

  @Test
  void namedItIsReadAtOnceAndColleaguesSeeUntilWhen() {
    assertThat(seenBySanne("/")).isEqualTo("Nu aanwezig");
    name();
    var page = fatima.page(PATH);
    assertThat(page.select("#agenda-seen").text()).startsWith("We zien 2 bezette tijden");
    assertThat(page.select(".agenda-times li")).hasSize(2);
    for (var place : List.of("/", "/who-helps")) {
      assertThat(seenBySanne(place)).as(place).startsWith("Bezet tot");
    }
    assertThat(
            world
                .api()
                .get()
                .uri("/api/v1/power-users?person=" + world.sanne().email())
                .header("Authorization", "Bearer " + world.token(world.sanne())))
        .bodyJson()
        .extractingPath("$.items[0].presence")
        .isEqualTo("busy");
  }

  @Test
  void whatOneSaysGoesBeforeTheCalendar() {
    name();
    var inbox = fatima.page("/inbox");
    assertThat(inbox.select(".saying .presence").text()).endsWith("zegt je agenda");
    assertThat(inbox.select(".saying form[action$=removal] button").text())
        .isEqualTo("Ik ben er toch");
    fatima.post("/availability/presence/removal");
    assertThat(seenBySanne("/")).isEqualTo("Nu aanwezig");
    assertThat(seenBySanne("/who-helps")).isEqualTo("Is er nu");
    assertThat(fatima.page("/inbox").select(".saying form[action$=removal]")).isEmpty();
    fatima.post("/availability/presence", "kind", "round", "until", "half_hour");
    assertThat(seenBySanne("/who-helps")).startsWith("Loopt een ronde tot");
  }

  @Test
  void theAddressIsSecretAndWhatItIsAboutIsKeptNowhere(CapturedOutput log) {
    name();
    server.answer(says("404 Not Found", ""));
    readAgain();
    assertThat(
            sql.sql("select a::text || r::text from network.agenda a, network.agenda_reading r")
                .query(String.class)
                .list())
        .allSatisfy(row -> assertThat(row).doesNotContain("private", "basic.ics", "bedrijfsarts"));
    assertThat(fatima.page(PATH).html()).doesNotContain("private-", "bedrijfsarts");
    var taken = world.as(world.fatima()).get("/account/data/export");
    assertThat(taken)
        .bodyText()
        .contains("\"agenda\"")
        .doesNotContain("private-", "basic.ics", "127.0.0.1:" + server.port());
    assertThat(log.getAll()).doesNotContain("private-9f3c2b");
  }

  @ParameterizedTest
  @CsvSource({
    "gisteren, geen adres van een agenda",
    "ftp://agenda.example/a.ics, geen adres van een agenda",
    "https://fatima@agenda.example/a.ics, naam of wachtwoord",
    "http://agenda.example/a.ics, niet versleuteld",
    "https://agenda.example:22/a.ics, haalt Steunpunt niets op",
  })
  void anAddressThatCannotBeIsRefusedWithItsTextKept(String address, String words) {
    var refused = fatima.postFrom(PATH, PATH, "address", address);
    assertThat(refused).hasStatus(422);
    var page = Browser.html(refused);
    assertThat(page.text()).contains(words);
    assertThat(page.select("#agenda-address").val()).isEqualTo(address);
    assertThat(count("network.agenda")).isZero();
  }

  @Test
  void whatIsNoCalendarIsRefusedAndNothingIsKept() {
    server.answer(says("200 OK", "<!doctype html><title>Inloggen</title>"));
    var refused = fatima.postFrom(PATH, PATH, "address", address());
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).text()).contains("Wat daar staat, is geen agenda");
    assertThat(Browser.html(refused).select("#agenda-address").val()).isEqualTo(address());
    assertThat(count("network.agenda")).isZero();
    server.answer(says("302 Found", "", "Location: http://127.0.0.1/x"));
    assertThat(Browser.html(fatima.postFrom(PATH, PATH, "address", address())).text())
        .contains("verwijst door");
  }

  @Test
  void unchangedItIsNotSentAgainButOnceADay() {
    name();
    var before = count("network.busy_time");
    server.answer((got, out) ->
        ("\"one\"".equals(got.header("if-none-match"))
                ? says("304 Not Modified", "")
                : says("200 OK", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
            .answer(got, out));
    sql.sql("update network.agenda_reading set next_at = :now").param("now", now).update();
    var due = agendas.claim(now, 5).getFirst();
    assertThat(due.etag()).isEqualTo("\"one\"");
    assertThat(fetching.readNow(due)).isNull();
    assertThat(count("network.busy_time")).isEqualTo(before);
    assertThat(agendas.claim(now, 5)).as("its turn is in a quarter of an hour").isEmpty();
    var yesterday =
        new Agendas.Due(
            due.personId(),
            due.sealedAddress(),
            due.etag(),
            null,
            now.minus(Duration.ofHours(21)),
            0);
    assertThat(fetching.readNow(yesterday)).isNull();
    assertThat(count("network.busy_time")).as("all of it was read anew").isZero();
  }

  @Test
  void oneThatFailsIsTriedLessOftenAndToldToItsOwner() {
    name();
    server.answer(says("503 Service Unavailable", ""));
    for (int i = 0; i < 3; i++) {
      assertThat(fatima.page("/inbox").text()).doesNotContain("agenda is nu niet te lezen");
      assertThat(readAgain()).isEqualTo(Kind.SERVER);
    }
    assertThat(fatima.page("/inbox").text()).contains("agenda is nu niet te lezen");
    assertThat(fatima.page(PATH).text()).contains("geeft nu geen agenda");
    assertThat(seenBySanne("/")).as("what was read still holds").startsWith("Bezet tot");
    assertThat(AgendaFetching.pause(0)).isEqualTo(Duration.ofMinutes(15));
    assertThat(AgendaFetching.pause(2)).isEqualTo(Duration.ofHours(1));
    assertThat(AgendaFetching.pause(40)).isEqualTo(Duration.ofHours(12));
    sql.sql("update network.agenda_reading set read_at = :at")
        .param("at", now.minus(Duration.ofHours(25)))
        .update();
    readAgain();
    assertThat(count("network.busy_time")).as("for a day").isZero();
    server.answer(says("200 OK", calendar()));
    assertThat(readAgain()).isNull();
    assertThat(fatima.page("/inbox").text()).doesNotContain("agenda is nu niet te lezen");
  }

  @Test
  void aCalendarThatIsTooLargeOrBrokenOffIsSaidToBeSo() {
    name();
    server.answer(says("200 OK", "BEGIN:VCALENDAR\r\n" + "X:" + "x".repeat(5_100_000)));
    assertThat(readAgain()).isEqualTo(Kind.TOO_BIG);
    server.answer(says("200 OK", "BEGIN:VCALENDAR\r\n"));
    assertThat(readAgain()).isEqualTo(Kind.NO_CALENDAR);
    server.answer(says("401 Unauthorized", ""));
    assertThat(readAgain()).isEqualTo(Kind.GONE);
  }

  @Test
  void takenAwayAllOfItIsGoneAndCanBePutBackForAnHour() {
    name();
    fatima.post(PATH + "/removal");
    assertThat(count("network.busy_time")).isZero();
    assertThat(seenBySanne("/")).isEqualTo("Nu aanwezig");
    assertThat(agendas.claim(now.plus(Duration.ofDays(1)), 5)).isEmpty();
    assertThat(fatima.page(PATH).select("form[action$=undoing]")).hasSize(1);
    assertThat(fatima.post(PATH + "/undoing")).hasStatus(303);
    assertThat(readAgain()).isNull();
    assertThat(seenBySanne("/")).startsWith("Bezet tot");
    fatima.post(PATH + "/removal");
    ending.fireDue(clock.instant().plus(Duration.ofMinutes(59)));
    assertThat(count("network.agenda")).isOne();
    ending.fireDue(clock.instant().plus(Duration.ofMinutes(61)));
    assertThat(count("network.agenda")).isZero();
    assertThat(fatima.post(PATH + "/undoing")).hasStatus(409);
  }

  @Test
  void whatIsPastGoesAtOnce() {
    name();
    assertThat(count("network.busy_time")).isEqualTo(2);
    ending.fireDue(now.plus(Duration.ofMinutes(21)));
    assertThat(count("network.busy_time")).isOne();
  }

  @Test
  void theEveningIsNobodysBusiness() {
    calendar.change(works(LocalTime.of(8, 30), LocalTime.of(17, 0)));
    profiles.addHours(
        world.fatima().id(), List.of(DayOfWeek.values()), LocalTime.of(7, 0), LocalTime.of(9, 0));
    // All hours of a week.
    server.answer(
        says(
            "200 OK",
            "BEGIN:VCALENDAR\r\n"
                + meeting(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)))
                + "END:VCALENDAR\r\n"));
    name();
    var hours =
        sql.sql(
                """
                select extract(hour from from_at at time zone 'Europe/Amsterdam')::int || '-'
                       || extract(hour from until_at at time zone 'Europe/Amsterdam')::int
                  from network.busy_time where person_id = :me and from_at > :now order by from_at limit 3
                """)
            .param("me", world.fatima().id())
            .param("now", now)
            .query(String.class)
            .list();
    assertThat(hours).isNotEmpty().containsOnly("7-17");
  }

  @Test
  void whoIsNoPowerUserAnyMoreHasNone() {
    name();
    agendas.forget(List.of(world.fatima().id()));
    assertThat(count("network.agenda")).as("she still is one").isOne();
    sql.sql("update network.mandate set state = 'ended', ended_at = :now where person_id = :me")
        .param("now", now)
        .param("me", world.fatima().id())
        .update();
    agendas.forget(List.of(world.fatima().id()));
    assertThat(
            count("network.agenda") + count("network.agenda_reading") + count("network.busy_time"))
        .isZero();
  }

  @Test
  void anotherCalendarTakesThePlaceOfTheFirstWhileThatIsBeingRead() throws IOException {
    name();
    var first = agendas.of(world.fatima().id()).orElseThrow();
    try (var other =
        AnsweringServer.plain(says("200 OK", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))) {
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(
              List.of(),
              List.of("127.0.0.0/8"),
              List.of("http://127.0.0.1:" + server.port(), "http://127.0.0.1:" + other.port())));
      fatima.post(PATH, "address", "http://127.0.0.1:" + other.port() + "/b.ics");
      fetching.readNow(first);
    }
    assertThat(count("network.busy_time")).isZero();
  }
}
