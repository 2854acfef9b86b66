package nl.steunpunt.network.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules fall on the same days as those of a library that follows them from their beginning. */
class RepeatProperties {
  private static final int DAYS = 800;

  @Property(tries = 3000)
  void fallsOnTheSameDays(@ForAll("rules") String rule, @ForAll("starts") LocalDate start)
      throws AgendaTrouble {
    var end = start.plusDays(DAYS);
    assertThat(ours(rule, start, start, end))
        .as(rule + " from " + start)
        .isEqualTo(theirs(rule, start, end));
  }

  /** However far from its beginning one looks. */
  @Property
  void aWindowIsAPartOfTheWhole(
      @ForAll("rules") String rule,
      @ForAll("starts") LocalDate start,
      @ForAll("offsets") int offset)
      throws AgendaTrouble {
    var first = start.plusDays(offset);
    var last = first.plusDays(14);
    assertThat(ours(rule, start, first, last))
        .isEqualTo(
            ours(rule, start, start, last).stream().filter(day -> !day.isBefore(first)).toList());
  }

  private static List<LocalDate> ours(String rule, LocalDate start, LocalDate first, LocalDate last)
      throws AgendaTrouble {
    var days =
        Repeat.of(rule).orElseThrow().within(start, first, last, new Work(Integer.MAX_VALUE));
    // To the day, here: of a day that ends elsewhere on earth the moment decides.
    var until = rule.replaceFirst(".*UNTIL=(\\d{4})(\\d\\d)(\\d\\d).*|.*", "$1-$2-$3");
    return until.equals("--")
        ? days
        : days.stream().filter(day -> !day.isAfter(LocalDate.parse(until))).toList();
  }

  private static List<LocalDate> theirs(String rule, LocalDate start, LocalDate last) {
    var text =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:%s\nEND:VEVENT\nEND:VCALENDAR\n"
            .formatted(rule);
    var recurrence =
        Biweekly.parse(text).first().getEvents().getFirst().getRecurrenceRule().getValue();
    var days =
        RecurrenceIteratorFactory.createRecurrenceIterator(
            recurrence,
            new DateValueImpl(start.getYear(), start.getMonthValue(), start.getDayOfMonth()),
            TimeZone.getTimeZone("UTC"));
    var found = new ArrayList<LocalDate>();
    while (days.hasNext()) {
      var one = days.next();
      var day = LocalDate.of(one.year(), one.month(), one.day());
      if (day.isAfter(last)) {
        break;
      }
      found.add(day);
    }
    return found;
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.integers().between(0, 3000).map(LocalDate.of(2020, 1, 1)::plusDays);
  }

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers().between(0, 1500);
  }

  private static Arbitrary<String> list(Arbitrary<String> some, int most) {
    return some.list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .uniqueElements()
        .map(all -> String.join(",", all));
  }

  private static Arbitrary<String> numbers(int most) {
    return list(Arbitraries.integers().between(1, most).map(String::valueOf), 4);
  }

  private static Arbitrary<String> signed(int most) {
    return list(
        Arbitraries.integers().between(-most, most).filter(n -> n != 0).map(String::valueOf), 4);
  }

  private static Arbitrary<String> weekdays() {
    return list(Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 4);
  }

  private static Arbitrary<String> nths(int most) {
    return list(
        Combinators.combine(
                Arbitraries.integers().between(-most, most),
                Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
            .as((n, day) -> n == 0 ? day : n + day),
        3);
  }

  private static Arbitrary<String> maybe(String name, Arbitrary<String> value) {
    return value
        .map(one -> ";" + name + "=" + one)
        .injectNull(0.5)
        .map(one -> one == null ? "" : one);
  }

  private static Arbitrary<String> ends() {
    return Arbitraries.oneOf(
        Arbitraries.just(""),
        Arbitraries.integers().between(1, 40).map(n -> ";COUNT=" + n),
        Arbitraries.integers()
            .between(0, 3500)
            .map(LocalDate.of(2020, 1, 1)::plusDays)
            .map(day -> ";UNTIL=" + day.toString().replace("-", "")));
  }

  private static Arbitrary<String> interval(int most) {
    return Arbitraries.integers().between(1, most).map(n -> ";INTERVAL=" + n);
  }

  private static Arbitrary<String> rule(String each, List<Arbitrary<String>> parts) {
    return Combinators.combine(parts).as(some -> "FREQ=" + each + String.join("", some));
  }

  @Provide
  Arbitrary<String> rules() {
    var weekStart = maybe("WKST", Arbitraries.of("MO", "SU", "SA"));
    return Arbitraries.oneOf(
        rule("DAILY", List.of(interval(9), ends(), maybe("BYMONTH", numbers(12)))),
        rule("DAILY", List.of(ends(), maybe("BYDAY", weekdays()), maybe("BYMONTH", numbers(12)))),
        rule("WEEKLY", List.of(interval(4), ends(), maybe("BYDAY", weekdays()), weekStart)),
        rule("MONTHLY", List.of(interval(5), ends(), maybe("BYMONTHDAY", signed(31)))),
        rule("MONTHLY", List.of(interval(5), ends(), maybe("BYDAY", nths(5)))),
        rule(
            "MONTHLY",
            List.of(
                ends(), weekdays().map(days -> ";BYDAY=" + days), maybe("BYSETPOS", signed(6)))),
        rule("YEARLY", List.of(interval(2), ends(), maybe("BYMONTH", numbers(12)))),
        rule(
            "YEARLY",
            List.of(
                ends(),
                numbers(12).map(months -> ";BYMONTH=" + months),
                nths(5).map(days -> ";BYDAY=" + days))),
        rule("YEARLY", List.of(ends(), nths(53).map(days -> ";BYDAY=" + days))),
        rule("YEARLY", List.of(ends(), signed(366).map(days -> ";BYYEARDAY=" + days))),
        rule("YEARLY", List.of(ends(), signed(31).map(days -> ";BYMONTHDAY=" + days))));
  }

  /** Of RFC 5545 itself. */
  @Example
  void weeksOfTheYear() throws AgendaTrouble {
    assertThat(
            ours(
                "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
                LocalDate.of(1997, 5, 12),
                LocalDate.of(1997, 5, 12),
                LocalDate.of(1999, 12, 31)))
        .containsExactly(
            LocalDate.of(1997, 5, 12), LocalDate.of(1998, 5, 11), LocalDate.of(1999, 5, 17));
    assertThat(
            ours(
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
                LocalDate.of(1997, 9, 2),
                LocalDate.of(1997, 9, 2),
                LocalDate.of(1998, 12, 31)))
        .containsExactly(
            LocalDate.of(1998, 2, 13), LocalDate.of(1998, 3, 13), LocalDate.of(1998, 11, 13));
  }
}
