package nl.steunpunt.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.people.PersonId;

/** A part of the mail of the morning, by the room that knows how things stand. */
public interface MorningNews {
  /** In one mail, of each part; the rest is counted. */
  int MOST_LINES = 10;

  /** The row of the settings table with which it is chosen. */
  Occasion occasion();

  /**
   * How it stands now, for all of them in one statement. Who is not in it has nothing to be told.
   */
  Map<PersonId, Part> write(Collection<Reader> readers, Instant now);

  record Reader(PersonId id, Locale language) {
    public static Map<PersonId, Locale> languages(Collection<Reader> readers) {
      return readers.stream().collect(Collectors.toMap(Reader::id, Reader::language));
    }
  }

  /** A line of one reader, who has so many in all. */
  record Entry(PersonId reader, int all, Line line) {}

  /** Of each reader the lines, in the order in which they come. */
  static Map<PersonId, Part> parts(List<Entry> told, String path) {
    var parts = new HashMap<PersonId, Part>();
    for (var one : told) {
      parts
          .computeIfAbsent(one.reader, none -> new Part(new ArrayList<>(), one.all, path))
          .lines
          .add(one.line);
    }
    return parts;
  }

  /**
   * @param lines what matters most first, at most {@link #MOST_LINES}
   * @param all how many there are
   * @param path where all of them are
   */
  record Part(List<Line> lines, int all, String path) {}

  /**
   * @param detail what to know of it, in one sentence
   * @param path where it is, in our own house
   */
  record Line(String text, String detail, String path) {}
}
