package nl.steunpunt.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The organisation that the log is played in: its callers at their locations, in groups of at most
 * twenty with a power user each. A group is a department, since that is what a power user can
 * serve; who has no known location is in a group without a power user, as nobody knows who is near.
 */
final class Office {
  static final int PEOPLE_PER_POWER_USER = 20;
  static final String SYSTEM = "log";
  static final String ADMINISTRATOR = "administrator@replay.example";
  static final String DESK = "helpdesk@replay.example";

  private static final String NOWHERE = "Callers/Location unknown";

  /**
   * @param department of the group, and so of its power user
   */
  private record Group(
      String location, String department, String powerUser, List<String> callers) {}

  private final List<Group> groups = new ArrayList<>();
  private final List<String> homeless = new ArrayList<>();

  Office(IncidentLog log) {
    var perLocation = new TreeMap<String, List<String>>();
    var callers = new TreeSet<String>();
    log.incidents().forEach(incident -> callers.add(incident.caller()));
    for (var caller : callers) {
      var home = log.homes().get(caller);
      if (home == null) {
        homeless.add(caller);
      } else {
        perLocation.computeIfAbsent(home, none -> new ArrayList<>()).add(caller);
      }
    }
    perLocation.forEach(this::divide);
  }

  private void divide(String location, List<String> callers) {
    for (int from = 0; from < callers.size(); from += PEOPLE_PER_POWER_USER) {
      var number = from / PEOPLE_PER_POWER_USER + 1;
      groups.add(
          new Group(
              location,
              "Callers/" + location + "/Group " + number,
              "Power user " + number + " of " + location,
              callers.subList(from, Math.min(from + PEOPLE_PER_POWER_USER, callers.size()))));
    }
  }

  int callers() {
    return groups.stream().mapToInt(group -> group.callers.size()).sum() + homeless.size();
  }

  int locations() {
    return (int) groups.stream().map(Group::location).distinct().count();
  }

  List<String> powerUsers() {
    return groups.stream().map(group -> address(group.powerUser)).toList();
  }

  static String address(String name) {
    return name.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "-") + "@replay.example";
  }

  String peopleCsv() {
    var csv = new StringBuilder("email,name,department,location\n");
    csv.append(row(ADMINISTRATOR, "Administrator", "Administration", ""));
    csv.append(row(DESK, "Helpdesk", "Helpdesk", ""));
    for (var group : groups) {
      csv.append(row(address(group.powerUser), group.powerUser, group.department, group.location));
      group.callers.forEach(
          caller -> csv.append(row(address(caller), caller, group.department, group.location)));
    }
    homeless.forEach(caller -> csv.append(row(address(caller), caller, NOWHERE, "")));
    return csv.toString();
  }

  String powerUsersCsv() {
    var csv = new StringBuilder("email,system,share_percent,departments,locations\n");
    groups.forEach(group ->
        csv.append(
            String.join(
                    ",",
                    quoted(address(group.powerUser)),
                    SYSTEM,
                    "20",
                    quoted(group.department),
                    "")
                + "\n"));
    return csv.toString();
  }

  private static String row(String... cells) {
    var quoted = new ArrayList<String>();
    for (var cell : cells) {
      quoted.add(quoted(cell));
    }
    return String.join(",", quoted) + "\n";
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The key of a topic for each category of the log, by the category. */
  static Map<String, String> topics(IncidentLog log) {
    var topics = new TreeMap<String, String>();
    log.incidents()
        .forEach(incident ->
            incident
                .category()
                .ifPresent(category ->
                    topics.put(
                        category,
                        "t-" + category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))));
    return topics;
  }
}
