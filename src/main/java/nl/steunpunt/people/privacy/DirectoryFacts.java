package nl.steunpunt.people.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.people.PersonalRecords.Section;
import tools.jackson.databind.JsonNode;

/** What the directory says of somebody, as words for a screen; what it does not say is left out. */
final class DirectoryFacts {
  private DirectoryFacts() {}

  static Map<String, List<String>> of(Section directory) {
    var facts = new LinkedHashMap<String, List<String>>();
    directory
        .rows()
        .path(0)
        .properties()
        .forEach(member -> {
          var words = words(member.getValue());
          if (!words.isEmpty()) {
            facts.put(member.getKey(), words);
          }
        });
    return facts;
  }

  private static List<String> words(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(JsonNode::asString).toList();
    }
    return value.isNull() ? List.of() : List.of(value.asString());
  }
}
