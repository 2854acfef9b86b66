package nl.steunpunt.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The event log of an incident management: one row per change of an incident, in the columns of the
 * "Incident management process enriched event log" (UCI Machine Learning Repository). Read row by
 * row; kept is one summary per incident and one count per caller and location.
 *
 * @param incidents in the order in which they come first
 * @param homes the location at which a caller is seen most, of equals the first in the alphabet; a
 *     caller without a known location has none
 */
record IncidentLog(int events, List<Incident> incidents, Map<String, String> homes) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  static IncidentLog read(Path file) throws IOException {
    var incidents = new LinkedHashMap<String, Incident>();
    var seen = new HashMap<String, Map<String, Integer>>();
    int events = 0;
    try (var rows = FORMAT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (var row : rows) {
        events++;
        incidents.merge(row.get("number"), incident(row), IncidentLog::later);
        var locations = seen.computeIfAbsent(row.get("caller_id"), none -> new TreeMap<>());
        known(row, "location").ifPresent(location -> locations.merge(location, 1, Integer::sum));
      }
    }
    return new IncidentLog(events, List.copyOf(incidents.values()), homes(seen));
  }

  private static Incident incident(CSVRecord row) {
    return new Incident(
        row.get("number"),
        row.get("caller_id"),
        known(row, "category"),
        known(row, "subcategory"),
        known(row, "u_symptom"),
        known(row, "assignment_group"),
        known(row, "closed_code"),
        row.get("reassignment_count").equals("0"),
        row.get("incident_state").equals("Closed") && row.get("reopen_count").equals("0"));
  }

  /** What is asked stays as it was said first; how it went is told by all events together. */
  private static Incident later(Incident first, Incident next) {
    return new Incident(
        first.number(),
        first.caller(),
        first.category(),
        first.subcategory(),
        first.symptom(),
        first.group().or(next::group),
        next.closedCode().or(first::closedCode),
        first.kept() && next.kept(),
        next.settled());
  }

  private static Optional<String> known(CSVRecord row, String column) {
    return Optional.of(row.get(column).strip())
        .filter(value -> !value.isEmpty() && !value.equals("?"));
  }

  private static Map<String, String> homes(Map<String, Map<String, Integer>> seen) {
    var homes = new TreeMap<String, String>();
    seen.forEach((caller, locations) ->
        locations.entrySet().stream()
            .max(
                Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .ifPresent(most -> homes.put(caller, most.getKey())));
    return homes;
  }
}
