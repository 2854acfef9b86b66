package nl.steunpunt.insight.counting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.helpdesk.Tally;
import nl.steunpunt.insight.counting.CountingScreens.Counting;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.measure.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screen shows, in rows: each share with what it is of and its range. */
@Component
class CountingExport {
  private static final String MARK = "\uFEFF";

  private final Messages messages;

  CountingExport(Messages messages) {
    this.messages = messages;
  }

  byte[] csv(Counting counting, Locale language) {
    var rows = new Rows(language);
    rows.head();
    if (!counting.isEmpty()) {
      var period = counting.from() + " – " + counting.upTo();
      rows.add("counting.export.all", period, counting.total());
      for (var span : counting.weeks()) {
        rows.add("counting.export.week", days(span.week(), span.weeks()), span.tally());
      }
      rows.add("counting.system", period, counting.systems());
      rows.add("counting.topic", period, counting.topics());
      rows.add("counting.place", period, counting.places());
    }
    for (var week : counting.load().weeks()) {
      var kind = week.baseline() ? "counting.export.baseline" : "counting.export.after";
      var days = week.weeks() == 1 ? week.week().toString() : days(week.week(), week.weeks());
      rows.load(kind, days, week.tickets());
    }
    return rows.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String days(LocalDate week, int weeks) {
    return week + " – " + week.plusWeeks(weeks).minusDays(1);
  }

  private final class Rows {
    private final StringBuilder text = new StringBuilder(MARK);
    private final Locale language;

    Rows(Locale language) {
      this.language = language;
    }

    void head() {
      row(
          word("counting.export.what"),
          word("counting.export.which"),
          word("counting.confirmed"),
          word("counting.potential"),
          word("counting.none"),
          word("counting.running"),
          word("counting.withdrawn"),
          word("counting.desk_first"),
          word("counting.export.settled"),
          word("counting.export.confirmed_low"),
          word("counting.export.confirmed_high"),
          word("counting.export.at_most_low"),
          word("counting.export.at_most_high"),
          word("counting.first"),
          word("counting.export.first_low"),
          word("counting.export.first_high"),
          word("counting.export.tickets"));
    }

    void add(String kind, String period, List<Groups.Group> groups) {
      for (var group : groups) {
        var within = group.within();
        var name = within == null ? group.name() : group.name() + " (" + within + ")";
        tally(word(kind) + ", " + period, name, group.tally());
      }
    }

    void add(String kind, @Nullable String name, Tally tally) {
      tally(word(kind), name, tally);
    }

    private void tally(String kind, @Nullable String name, Tally tally) {
      row(
          kind,
          name == null ? word("counting.rest") : name,
          number(tally.confirmed()),
          number(tally.potential()),
          number(tally.none()),
          number(tally.running()),
          number(tally.withdrawn()),
          number(tally.deskFirst()),
          number(tally.settled()),
          low(tally.confirmedShare()),
          high(tally.confirmedShare()),
          low(tally.atMostShare()),
          high(tally.atMostShare()),
          number(tally.first()),
          low(tally.firstContact()),
          high(tally.firstContact()),
          "");
    }

    void load(String kind, String week, long tickets) {
      row(
          word(kind),
          week,
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          number(tickets));
    }

    private String word(String key) {
      return messages.text(language, key);
    }

    private static String number(long number) {
      return Long.toString(number);
    }

    private static String low(Share share) {
      return share.isKnown() ? Integer.toString(share.lowPercent()) : "";
    }

    private static String high(Share share) {
      return share.isKnown() ? Integer.toString(share.highPercent()) : "";
    }

    private void row(String... cells) {
      for (int i = 0; i < cells.length; i++) {
        text.append(i == 0 ? "" : ";").append(cell(cells[i]));
      }
      text.append("\r\n");
    }

    /** A spreadsheet would take a name that begins like a formula for one. */
    private static String cell(String value) {
      var safe = value.matches("[=+@\\t\\r-].*") ? "'" + value : value;
      return '"' + safe.replace("\"", "\"\"") + '"';
    }
  }
}
