package nl.steunpunt.helpdesk.caller;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.Like;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may be calling. */
@Repository
public class Callers {
  public record Caller(
      PersonId id,
      String name,
      @Nullable String function,
      String departmentPath,
      @Nullable String locationPath) {
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
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  /**
   * An extension has this many digits at least; what a telephone shows ends the same everywhere.
   */
  private static final int SHORTEST_PHONE = 4;

  private static final int COMPARED_DIGITS = 8;
  private static final String COLUMNS = "id, name, function, department_path, location_path";

  private final JdbcClient sql;

  Callers(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * By words of the name, address or department in any order and without accents, the whole
   * employee number, or the end of the telephone number.
   */
  List<Caller> find(String typed) {
    var sought = typed.strip();
    if (sought.length() < SHORTEST || sought.length() > LONGEST) {
      return List.of();
    }
    return sql.sql(
            """
            select %s
              from people.pub_person
             where active
               and (unaccent(name || ' ' || email || ' ' || department_path) ilike all(select unaccent(word) from unnest(cast(:words as text[])) word)
                    or employee_number = :whole
                    or (:digits <> '' and regexp_replace(phone, '\\D', '', 'g') like '%%' || :digits))
             order by unaccent(name) not ilike unaccent(:start), name, id
             limit :shown
            """
                .formatted(COLUMNS))
        .param("words", words(sought))
        .param("whole", sought)
        .param("digits", endOfPhone(sought))
        .param("start", Like.beginningWith(sought))
        .param("shown", SHOWN)
        .query(Caller.class)
        .list();
  }

  Optional<Caller> one(PersonId id) {
    return sql.sql("select " + COLUMNS + " from people.pub_person where id = :id and active")
        .param("id", id)
        .query(Caller.class)
        .optional();
  }

  private static String[] words(String typed) {
    return Arrays.stream(typed.split("\\s+"))
        .map(word -> Like.containing(word))
        .toArray(String[]::new);
  }

  private static String endOfPhone(String typed) {
    var digits = typed.replaceAll("[\\s()+-]", "");
    return digits.length() >= SHORTEST_PHONE && digits.chars().allMatch(Character::isDigit)
        ? digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS))
        : "";
  }
}
