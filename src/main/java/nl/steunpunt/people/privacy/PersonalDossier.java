package nl.steunpunt.people.privacy;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Section;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** All that is stored about one person, of all modules. */
@Component
class PersonalDossier {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<PersonalRecords> modules;
  private final Clock clock;

  PersonalDossier(List<PersonalRecords> modules, Clock clock) {
    this.modules = modules;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Section> about(PersonId person) {
    return modules.stream().flatMap(module -> module.about(person).stream()).toList();
  }

  /** For the person to keep, and for another program to read (GDPR, article 20). */
  String asJson(List<Section> sections) {
    var all = JSON.createObjectNode();
    all.put("product", "Steunpunt");
    all.put("made", clock.instant().toString());
    sections.forEach(section -> all.set(section.name(), section.rows()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }
}
