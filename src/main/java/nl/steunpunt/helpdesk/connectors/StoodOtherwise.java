package nl.steunpunt.helpdesk.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.steunpunt.support.Desk;

/**
 * A field that a colleague left otherwise than it is typed now. Who saves once more puts back what
 * that one did, and is to see it before.
 *
 * @param label of the field, as the key of a sentence
 * @param word what stands there is the key of a sentence itself
 */
public record StoodOtherwise(String label, String stands, boolean word) {

  static List<StoodOtherwise> between(
      ConnectionForm stored, ConnectionForm typed, List<Desk.SystemChoice> systems) {
    var all = new ArrayList<StoodOtherwise>();
    compare(all, "connector.name", stored.name(), typed.name());
    compare(all, "connector.address", stored.address(), typed.address());
    compare(all, "connector.speaker", stored.speaker(), typed.speaker());
    compare(all, "connector.systems", names(stored, systems), names(typed, systems));
    compare(all, "connector.place." + stored.kind(), stored.place(), typed.place());
    compare(all, "connector.places", stored.places(), typed.places());
    compare(all, "connector.statuses", stored.statuses(), typed.statuses());
    compare(all, "connector.fields", stored.fields(), typed.fields());
    compare(all, "connector.people", stored.people(), typed.people());
    if (!stored.language().equals(typed.language())) {
      var word = "connector.language." + stored.language();
      all.add(new StoodOtherwise("connector.language", word, true));
    }
    return all;
  }

  private static void compare(List<StoodOtherwise> all, String label, String stored, String typed) {
    if (!stored.lines().toList().equals(typed.lines().toList())) {
      all.add(new StoodOtherwise(label, stored.isEmpty() ? "–" : stored, false));
    }
  }

  private static String names(ConnectionForm form, List<Desk.SystemChoice> systems) {
    return systems.stream()
        .filter(system -> form.has(system.id()))
        .map(Desk.SystemChoice::name)
        .collect(Collectors.joining("\n"));
  }
}
