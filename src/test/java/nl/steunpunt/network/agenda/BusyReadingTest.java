package nl.steunpunt.network.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.agenda.AgendaTrouble.Kind;
import nl.steunpunt.network.agenda.BusyReading.Busy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as programs write them, and as nobody should. */
class BusyReadingTest {
  private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

  // Summer time ends on Sunday 25 October 2026.
  private static final Instant FROM = at("2026-10-21T06:00");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(7));

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(HOME).toInstant();
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nSUMMARY:Not to be read\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }

  private static Busy read(String... parts) {
    try {
      return BusyReading.read(calendar(parts), HOME, FROM, UNTIL);
    } catch (AgendaTrouble trouble) {
      throw new AssertionError(trouble.kind());
    }
  }

  private static byte[] calendar(String... parts) {
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", parts) + "END:VCALENDAR\r\n")
        .getBytes(UTF_8);
  }

  /** "2026-10-22T10:00/11:00" by the wall clock, or a day and time of its own for the end. */
  private static List<String> times(Busy busy) {
    return busy.times().stream()
        .map(time -> {
          var from = time.from().atZone(HOME).toLocalDateTime();
          var until = time.until().atZone(HOME).toLocalDateTime();
          return from
              + "/"
              + (from.toLocalDate().equals(until.toLocalDate()) ? until.toLocalTime() : until);
        })
        .toList();
  }

  private static List<String> times(String... parts) {
    return times(read(parts));
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART:20261022T080000Z|DTEND:20261022T090000Z",
    "DTSTART;TZID=Europe/Amsterdam:20261022T100000|DTEND;TZID=Europe/Amsterdam:20261022T110000",
    "DTSTART;TZID=\"Europe/Amsterdam\":20261022T100000|DURATION:PT1H",
    "DTSTART:20261022T100000|DTEND:20261022T110000",
    "DTSTART;TZID=W. Europe Standard Time:20261022T100000|DURATION:PT60M",
    "DTSTART;TZID=/citadel.org/20190914_1/Europe/Amsterdam:20261022T100000|DURATION:P0DT1H",
    "DTSTART;TZID=America/New_York:20261022T040000|DURATION:PT1H",
    "DTSTART;TZID=Nobody knows:20261022T100000|DURATION:PT1H",
    "dtstart;value=date-time:20261022T100000|dtend:20261022T110000",
  })
  void aMeetingInEachWayOfWriting(String lines) {
    assertThat(times(event(lines.split("\\|")))).containsExactly("2026-10-22T10:00/11:00");
  }

  @Test
  void aZoneThatOnlyTheCalendarKnows() {
    var zone =
        """
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0300
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    assertThat(
            times(
                zone,
                event(
                    "DTSTART;TZID=Customized Time Zone:20261022T110000",
                    "DTEND;TZID=Customized Time Zone:20261022T120000"),
                event("DTSTART;TZID=Customized Time Zone:20261027T110000", "DURATION:PT1H")))
        .containsExactly("2026-10-22T10:00/11:00", "2026-10-27T10:00/11:00");
  }

  @Test
  void aWholeDayBeginsAndEndsAtMidnightWhereItsOwnerIs() {
    assertThat(times(event("DTSTART;VALUE=DATE:20261022", "DTEND;VALUE=DATE:20261023")))
        .containsExactly("2026-10-22T00:00/2026-10-23T00:00");
    assertThat(times(event("DTSTART;VALUE=DATE:20261022"))).hasSize(1);
    assertThat(times(event("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261027")))
        .as("through the change of the clock")
        .containsExactly("2026-10-24T00:00/2026-10-27T00:00");
    assertThat(
            times(
                event(
                    "DTSTART;VALUE=DATE:20261016",
                    "RRULE:FREQ=WEEKLY",
                    "DTEND;VALUE=DATE:20261017")))
        .containsExactly("2026-10-23T00:00/2026-10-24T00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS:CANCELLED",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"
      })
  void whatLeavesSomebodyFreeDoesNotCount(String line) {
    var when = new String[] {"DTSTART:20261022T080000Z", "DURATION:PT1H", line};
    assertThat(times(event(when))).isEmpty();
    when[2] = "X-MICROSOFT-CDO-BUSYSTATUS:OOF";
    assertThat(times(event(when))).hasSize(1);
  }

  @Test
  void whatRepeatsStaysAtItsHourThroughTheChangeOfTheClock() {
    assertThat(
            times(
                event(
                    "DTSTART;TZID=Europe/Amsterdam:20200302T100000",
                    "DTEND;TZID=Europe/Amsterdam:20200302T103000",
                    "RRULE:FREQ=WEEKLY;BYDAY=MO,FR")))
        .containsExactly("2026-10-23T10:00/10:30", "2026-10-26T10:00/10:30");
  }

  @Test
  void aTimeThatIsLeftOutMovedOrAddedIsSo() {
    var series =
        event(
            "UID:one",
            "DTSTART;TZID=Europe/Amsterdam:20261001T100000",
            "DURATION:PT30M",
            "RRULE:FREQ=DAILY",
            "EXDATE;TZID=Europe/Amsterdam:20261022T100000,20261023T100000",
            "EXDATE;VALUE=DATE:20261025",
            "RDATE:20261022T130000Z,20261023T130000Z/PT2H,20261024T130000Z/20261024T140000Z");
    var moved =
        event(
            "UID:one",
            "RECURRENCE-ID;TZID=Europe/Amsterdam:20261026T100000",
            "DTSTART;TZID=Europe/Amsterdam:20261026T140000",
            "DURATION:PT30M");
    var cancelled =
        event(
            "UID:one",
            "RECURRENCE-ID:20261027T090000Z",
            "DTSTART:20261027T090000Z",
            "STATUS:CANCELLED");
    var ofAnother =
        event(
            "UID:two",
            "RECURRENCE-ID:20261024T080000Z",
            "DTSTART:20261101T090000Z",
            "DURATION:PT1H");
    assertThat(times(moved, series, cancelled, ofAnother))
        .containsExactly(
            "2026-10-21T10:00/10:30",
            "2026-10-22T15:00/15:30",
            "2026-10-23T15:00/17:00",
            "2026-10-24T10:00/10:30",
            "2026-10-24T15:00/16:00",
            "2026-10-26T14:00/14:30");
  }

  @Test
  void aRuleEndsWhereItSays() {
    var start = "DTSTART;TZID=Europe/Amsterdam:20261020T100000";
    assertThat(times(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"))).hasSize(2);
    assertThat(times(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261023T080000Z")))
        .as("the last one begins at that very moment")
        .hasSize(3);
    assertThat(times(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261023T075959Z")))
        .hasSize(2);
    assertThat(times(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261023"))).hasSize(3);
  }

  @Test
  void busyAsAFreeBusyFileSaysIt() {
    assertThat(
            times(
                "BEGIN:VFREEBUSY\r\nDTSTART:20261001T000000Z\r\n",
                "FREEBUSY:20261022T080000Z/PT1H,20261022T100000Z/20261022T110000Z\r\n",
                "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261023T080000Z/PT1H\r\n",
                "FREEBUSY;FBTYPE=FREE:20261023T080000Z/PT1H\r\n",
                "FREEBUSY;FBTYPE=busy-unavailable:20261024T080000Z/PT1H\r\n",
                "END:VFREEBUSY\r\n"))
        .containsExactly(
            "2026-10-22T10:00/11:00", "2026-10-22T12:00/13:00", "2026-10-24T10:00/11:00");
  }

  @Test
  void fromOneMeetingToTheNextIsOneTime() {
    assertThat(
            times(
                event("DTSTART:20261022T090000Z", "DTEND:20261022T100000Z"),
                event("DTSTART:20261022T080000Z", "DTEND:20261022T090000Z"),
                event("DTSTART:20261022T083000Z", "DTEND:20261022T084500Z")))
        .containsExactly("2026-10-22T10:00/12:00");
  }

  @Test
  void linesAreFoldedAndHaveOddEnds() {
    var folded =
        "BEGIN:VEVENT\nDTSTART;TZID=Europe/Am\n sterdam:20261022\n\tT100000\nDURATION:\n PT1H\nEND:VEVENT\n";
    assertThat(times(folded)).containsExactly("2026-10-22T10:00/11:00");
    var withMark = ("\uFEFFBEGIN:VCALENDAR\n" + folded + "END:VCALENDAR").getBytes(UTF_8);
    try {
      assertThat(BusyReading.read(withMark, HOME, FROM, UNTIL).times()).hasSize(1);
    } catch (AgendaTrouble trouble) {
      throw new AssertionError(trouble.kind());
    }
  }

  @Test
  void whatAMeetingIsAboutIsNotEvenLookedInto() {
    for (var line :
        List.of(
            "SUMMARY:Gesprek met de bedrijfsarts",
            "DESCRIPTION;LANGUAGE=nl:Vertrouwelijk",
            "LOCATION:B3.14",
            "ATTENDEE;CN=Sanne:mailto:sanne@novum.example",
            "ORGANIZER:mailto:x@y.example",
            "X-ALT-DESC;FMTTYPE=text/html:<p>x</p>")) {
      assertThat(Property.of(line)).as(line).isNull();
    }
    // An alarm has times of its own.
    assertThat(
            times(
                event(
                    "DTSTART:20261022T080000Z",
                    "DURATION:PT1H",
                    "BEGIN:VALARM",
                    "DURATION:PT9H",
                    "END:VALARM")))
        .containsExactly("2026-10-22T10:00/11:00");
  }

  private static Kind trouble(byte[] body) {
    try {
      throw new AssertionError(BusyReading.read(body, HOME, FROM, UNTIL));
    } catch (AgendaTrouble trouble) {
      return trouble.kind();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "<!doctype html><title>Sign in</title>",
        "BEGIN:VCARD\nEND:VCARD",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261022T080000Z",
        "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"
      })
  void whatIsNoCalendarIsSaidToBeNone(String text) {
    assertThat(trouble(text.getBytes(UTF_8))).isEqualTo(Kind.NO_CALENDAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=MINUTELY;INTERVAL=0",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3",
        "RRULE:FREQ=YEARLY;BYMONTH=0",
        "RRULE:FREQ=WEEKLY;BYDAY=XX",
        "RRULE:INTERVAL=99999999999999999999",
        "EXRULE:FREQ=DAILY",
      })
  void aRuleThatIsNotUnderstoodIsCountedAndTheRestStands(String rule) {
    var read =
        read(
            event("DTSTART:20261020T080000Z", "DURATION:PT1H", rule),
            event("DTSTART:20261022T080000Z", "DURATION:PT1H"));
    assertThat(read.unread()).isOne();
    assertThat(times(read)).containsExactly("2026-10-22T10:00/11:00");
  }

  @Test
  @Timeout(20)
  void aCalendarThatIsMeantToKeepUsBusyDoesNot() {
    for (var rule :
        List.of(
            "FREQ=DAILY;COUNT=2147483647",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;INTERVAL=2147483647",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1,1,2,3,4,5",
            "FREQ=YEARLY;BYYEARDAY=366;BYSETPOS=366")) {
      for (var start : List.of("19000101T000000Z", "19700101T000000Z", "22000101T000000Z")) {
        read(event("DTSTART:" + start, "DURATION:PT1H", "RRULE:" + rule));
      }
    }
    var many = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      many.add(
          event(
              "DTSTART:20000101T000000Z",
              "DURATION:P31D",
              "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1"));
    }
    assertThat(trouble(calendar(many.toArray(String[]::new)))).isEqualTo(Kind.TOO_MUCH);
    many.clear();
    for (int i = 0; i < 50_001; i++) {
      many.add("BEGIN:VEVENT\nEND:VEVENT\n");
    }
    assertThat(trouble(calendar(many.toArray(String[]::new)))).isEqualTo(Kind.TOO_MUCH);
    var endless =
        "BEGIN:VEVENT\r\nDTSTART:2026\r\n " + "1".repeat(1_000_000) + "\r\nEND:VEVENT\r\n";
    assertThat(read(endless).unread()).isOne();
  }

  @Test
  void nonsenseInTimesIsCountedAsNotUnderstood() {
    for (var start :
        List.of("20261332T080000Z", "20261022T250000Z", "yesterday", "99991231T000000Z", "")) {
      assertThat(read(event("DTSTART:" + start, "DURATION:PT1H")).times()).as(start).isEmpty();
    }
    assertThat(read(event("DTSTART:20261022T080000Z", "DURATION:-PT1H")).times()).isEmpty();
    assertThat(read(event("DTSTART:20261022T080000Z", "DTEND:20261021T080000Z")).times()).isEmpty();
    assertThat(read(event("DTSTART:20261022T080000Z", "DURATION:P99999999999D")).times()).isEmpty();
    assertThat(read("BEGIN:VFREEBUSY\nFREEBUSY:x,y/z\nEND:VFREEBUSY\n").unread()).isEqualTo(2);
  }
}
