package nl.steunpunt.helpdesk.caller;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PeopleSearch;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be calling. */
@Component
public class Callers {
  public record Caller(
      PersonId id,
      String name,
      @Nullable String function,
      String departmentPath,
      @Nullable String locationPath) {
    static Caller of(PeopleSearch.Colleague colleague) {
      return new Caller(
          new PersonId(colleague.id()),
          colleague.name(),
          colleague.function(),
          colleague.department(),
          colleague.location());
    }

    public String firstName() {
      return name.split(" ")[0];
    }

    public String department() {
      return departmentPath.replace("/", " · ");
    }

    public @Nullable String place() {
      return locationPath == null ? null : locationPath.replace("/", " · ");
    }
  }

  private static final int SHOWN = 8;
  static final int SHORTEST = 2;
  static final int LONGEST = 100;

  private final PeopleSearch search;

  Callers(PeopleSearch search) {
    this.search = search;
  }

  List<Caller> find(String typed) {
    var sought = typed.strip();
    if (sought.length() < SHORTEST || sought.length() > LONGEST) {
      return List.of();
    }
    return search.findCaller(sought, SHOWN).stream().map(Caller::of).toList();
  }

  Optional<Caller> one(PersonId id) {
    return search.one(id).map(Caller::of);
  }
}
