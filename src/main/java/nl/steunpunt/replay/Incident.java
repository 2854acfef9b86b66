package nl.steunpunt.replay;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the log says of one incident, over all its events. Names are masked; unknown is absent and
 * never made up.
 *
 * @param kept the group that got it first kept it: its reassignment count is 0 throughout
 * @param settled it was closed, and never opened again
 */
record Incident(
    String number,
    String caller,
    Optional<String> category,
    Optional<String> subcategory,
    Optional<String> symptom,
    Optional<String> group,
    Optional<String> closedCode,
    boolean kept,
    boolean settled) {

  String question() {
    var fields = Stream.of(category, subcategory, symptom).flatMap(Optional::stream).toList();
    return number + (fields.isEmpty() ? "" : ": " + String.join(", ", fields));
  }

  String answer() {
    return closedCode.map(code -> "Closed with " + code).orElse("Closed; the log does not say how");
  }

  String tried() {
    return group
        .map(first -> first + " passed it on")
        .orElse("Passed on; the log does not say by whom");
  }
}
