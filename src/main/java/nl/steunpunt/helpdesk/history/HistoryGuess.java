package nl.steunpunt.helpdesk.history;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what, by its name, and by what stands in it where the name says nothing. A
 * name that says "opened" above texts that are no moments is not believed.
 */
final class HistoryGuess {
  private static final Pattern TICKET = Pattern.compile("\\p{L}{0,6}[-#_ ]?\\d{3,}([-.]\\d{1,4})?");

  private final List<String> headers;
  private final List<CsvRows.Row> sample;
  private final Set<String> places;
  private final Set<String> topics;
  private final ZoneId zone;

  /**
   * @param places names of places and departments of the organisation, in small letters
   * @param topics names of its topics, in small letters
   */
  HistoryGuess(
      List<String> headers,
      List<CsvRows.Row> sample,
      Set<String> places,
      Set<String> topics,
      ZoneId zone) {
    this.headers = headers;
    this.sample = sample;
    this.places = places;
    this.topics = topics;
    this.zone = zone;
  }

  HistoryMapping mapping() {
    var guess = new ArrayList<@Nullable HistoryColumn>();
    headers.forEach(_ -> guess.add(null));
    for (var column : HistoryColumn.values()) {
      int place = byName(column, guess);
      if (place >= 0) {
        guess.set(place, column);
      }
    }
    byContent(guess);
    return new HistoryMapping(guess, order(guess));
  }

  private int byName(HistoryColumn column, List<@Nullable HistoryColumn> guess) {
    var bare = headers.stream().map(HistoryGuess::bare).toList();
    for (var word : column.words) {
      for (int i = 0; i < bare.size(); i++) {
        if (bare.get(i).equals(word) && guess.get(i) == null && fits(column, i)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** An empty column may hold anything. */
  private boolean fits(HistoryColumn column, int place) {
    var values = values(place);
    return switch (column) {
      case OPENED, RESOLVED, CLOSED, CHANGED -> most(values, this::isMoment);
      case WORKED, PASSED, REOPENED -> most(values, value -> HistoryReading.minutes(value) >= 0);
      default -> values.isEmpty() || !isMoments(values);
    };
  }

  private void byContent(List<@Nullable HistoryColumn> guess) {
    var missing = EnumSet.allOf(HistoryColumn.class);
    guess.stream().filter(Objects::nonNull).forEach(missing::remove);
    if (missing.contains(HistoryColumn.OPENED)) {
      set(guess, earliest(guess), HistoryColumn.OPENED);
    }
    if (missing.contains(HistoryColumn.NUMBER)) {
      set(guess, numbers(guess), HistoryColumn.NUMBER);
    }
    if (missing.contains(HistoryColumn.PLACE)) {
      set(guess, namedIn(places, guess), HistoryColumn.PLACE);
    }
    if (missing.contains(HistoryColumn.TOPIC)) {
      set(guess, namedIn(topics, guess), HistoryColumn.TOPIC);
    }
  }

  private static void set(List<@Nullable HistoryColumn> guess, int place, HistoryColumn column) {
    if (place >= 0) {
      guess.set(place, column);
    }
  }

  /** Of the columns that hold moments alone, the one whose moments come first: nothing is older. */
  private int earliest(List<@Nullable HistoryColumn> guess) {
    int found = -1;
    @Nullable Instant first = null;
    for (int i = 0; i < headers.size(); i++) {
      var values = values(i);
      if (guess.get(i) == null && !values.isEmpty() && isMoments(values)) {
        var moment = WrittenMoment.read(values.getFirst(), DateOrder.DAY_FIRST, zone);
        if (moment != null && (first == null || moment.isBefore(first))) {
          found = i;
          first = moment;
        }
      }
    }
    return found;
  }

  private int numbers(List<@Nullable HistoryColumn> guess) {
    for (int i = 0; i < headers.size(); i++) {
      var values = values(i);
      if (guess.get(i) == null
          && values.size() == sample.size()
          && values.size() > 1
          && values.stream().allMatch(value -> TICKET.matcher(value).matches())
          && new HashSet<>(values).size() * 20 > values.size()) {
        return i;
      }
    }
    return -1;
  }

  /** Most of what stands there is a name of ours. */
  private int namedIn(Set<String> names, List<@Nullable HistoryColumn> guess) {
    for (int i = 0; i < headers.size(); i++) {
      var values = values(i);
      long known =
          values.stream().filter(value -> names.contains(value.toLowerCase(Locale.ROOT))).count();
      if (guess.get(i) == null && known > 0 && known * 2 >= values.size()) {
        return i;
      }
    }
    return -1;
  }

  /** What one value tells counts for all: nobody writes both orders in one file. */
  private DateOrder order(List<@Nullable HistoryColumn> guess) {
    var told = new EnumMap<WrittenMoment.Tells, Integer>(WrittenMoment.Tells.class);
    for (int i = 0; i < guess.size(); i++) {
      var column = guess.get(i);
      if (column != null && column.isMoment()) {
        values(i).forEach(value -> told.merge(WrittenMoment.tells(value, zone), 1, Integer::sum));
      }
    }
    return told.getOrDefault(WrittenMoment.Tells.MONTH_FIRST, 0)
            > told.getOrDefault(WrittenMoment.Tells.DAY_FIRST, 0)
        ? DateOrder.MONTH_FIRST
        : DateOrder.DAY_FIRST;
  }

  private boolean isMoments(List<String> values) {
    return values.stream().allMatch(this::isMoment);
  }

  private boolean isMoment(String value) {
    return WrittenMoment.tells(value, zone) != WrittenMoment.Tells.NO_MOMENT;
  }

  /** Where the name says it, a few values that are wrong do not make it another column. */
  private static boolean most(List<String> values, Predicate<String> are) {
    return values.stream().filter(are).count() * 2 >= values.size();
  }

  private List<String> values(int place) {
    return sample.stream()
        .map(row -> row.cell(place))
        .filter(value -> !HistoryReading.isUnknown(value))
        .toList();
  }

  /** "Sub-categorie" and "sub categorie" are one word. */
  static String bare(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}
