package nl.steunpunt.helpdesk.connectors;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What can be done with a helpdesk system of one kind: a bean for each. It knows that system's
 * language and nothing else; order, retries, doubles and conflicts are not its business.
 * docs/add-a-connector.md shows how to write one.
 */
public interface Connector {
  /** A word with texts of its own: {@code connector.kind.}... */
  String kind();

  /** Whether it ran against the real product; if not, screens and documents say so. */
  boolean isTried();

  /** Lines "their status = open", "... = closed"; the first of each is what we set. */
  List<String> usualStatuses();

  /** Name and value of the header that lets us in. */
  Map.Entry<String, String> credentials(String key);

  /** Changes nothing. What of the mapping cannot be found there is in the answer. */
  Greeting greet(Line line, Mapping mapping) throws Trouble;

  /**
   * @return its number there
   */
  String create(Line line, NewTicket ticket) throws Trouble;

  /** The ticket whose subject has this in it. */
  Optional<String> find(Line line, String marker) throws Trouble;

  /** Something that the network says: for the helpdesk to read, not mailed to the asker. */
  void remark(Line line, String ticket, String text) throws Trouble;

  /** Whether a remark with this in it is there already. */
  boolean holds(Line line, String ticket, String mark) throws Trouble;

  /**
   * @throws Trouble also when it is still another one afterwards
   */
  void setStatus(Line line, String ticket, String status) throws Trouble;

  /** As it is now, with what was said to the asker after that entry. */
  TheirTicket look(Line line, String ticket, long afterEntry) throws Trouble;

  /** What changed at that moment of their clock or later. */
  Changes changedSince(Line line, Instant since) throws Trouble;

  /** Which ticket their webhook is about. */
  Optional<String> ticketIn(JsonNode bell);

  /** Where a browser finds it, from the address of the connection. */
  String page(String ticket);

  /**
   * @param product as it calls itself, with its version or our name there
   * @param missing of the mapping, sentences for the administrator
   */
  record Greeting(String product, List<Finding> missing) {}

  /**
   * @param key of a sentence
   */
  record Finding(String key, String named) {}

  /**
   * @param place queue, project or group
   * @param subject with the marker in it
   * @param fields by their names
   */
  record NewTicket(
      String place,
      String subject,
      String text,
      String askerName,
      String askerEmail,
      Map<String, String> fields) {}

  /**
   * @param tickets by number
   * @param upTo the newest of their moments; the same as asked when nothing changed
   * @param everyOne they cannot say what changed: look at each that is open
   */
  record Changes(List<String> tickets, Instant upTo, boolean everyOne) {
    private static final int MOST_PAGES = 50;

    public static Changes unknown(Instant since) {
      return new Changes(List.of(), since, true);
    }

    /**
     * Read from the newest down to that moment. What changes while we read moves up, so nothing is
     * passed over, and however much changes at once, the next time begins after it. Of more than
     * {@link #MOST_PAGES} it is as if they could not say.
     *
     * @param page from 1, newest first; an empty one is past the last
     */
    public static Changes newestFirst(Instant since, Pages page) throws Trouble {
      var upTo = since;
      var tickets = new LinkedHashSet<String>();
      for (int number = 1; number <= MOST_PAGES; number++) {
        var changed = page.read(number);
        for (var one : changed) {
          if (one.at.isBefore(since)) {
            return new Changes(List.copyOf(tickets), upTo, false);
          }
          tickets.add(one.ticket);
          upTo = one.at.isAfter(upTo) ? one.at : upTo;
        }
        if (changed.isEmpty()) {
          return new Changes(List.copyOf(tickets), upTo, false);
        }
      }
      return new Changes(List.copyOf(tickets), upTo, true);
    }
  }

  record Changed(String ticket, Instant at) {}

  interface Pages {
    List<Changed> read(int number) throws Trouble;
  }
}
