package nl.steunpunt.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What any colleague may see of another: never the address, phone or number in the directory, also
 * where they are found by it. Accents and capitals are no matter.
 */
@Repository
public class PeopleSearch {
  private static final int ROWS = 20;

  /** Nobody says more of a caller; each is a condition of the statement. */
  private static final int MOST_WORDS = 6;

  /**
   * An extension has this many digits at least; what a telephone shows ends the same everywhere.
   */
  private static final int SHORTEST_PHONE = 4;

  private static final int COMPARED_DIGITS = 8;

  private static final String COLLEAGUES =
      """
      select p.id, p.name, p.function, d.path as department, l.path as location
        from people.person p
        join people.department d on d.id = p.department_id
        left join people.location l on l.id = p.location_id
       where p.active and (%s)
       order by p.name_folded not like people.pub_fold(:typed) || '%%', p.name, p.id
       limit :rows
      """;

  /** Each of the three is answered by an index of its own. */
  private static final String HAS_WORD =
      """
      (p.name_folded like '%%' || people.pub_fold(:word%1$d) || '%%'
       or people.pub_fold(p.email::text) like '%%' || people.pub_fold(:word%1$d) || '%%'
       or p.department_id = any (array(select id from people.department
                                        where path_folded like '%%' || people.pub_fold(:word%1$d) || '%%')))
      """;

  private static final String HAS_PHONE =
      "reverse(regexp_replace(p.phone, '\\D', '', 'g')) like reverse(:digits) || '%'";

  public record Colleague(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location) {}

  private final JdbcClient sql;

  PeopleSearch(JdbcClient sql) {
    this.sql = sql;
  }

  /** One who still works here. */
  public Optional<Colleague> one(PersonId id) {
    return sql.sql(
            """
            select p.id, p.name, p.function, d.path as department, l.path as location
              from people.person p
              join people.department d on d.id = p.department_id
              left join people.location l on l.id = p.location_id
             where p.active and p.id = :id
            """)
        .param("id", id)
        .query(Colleague.class)
        .optional();
  }

  /** Whose name has this in it, or whose whole address it is; the beginning of a name first. */
  public List<Colleague> find(String typed) {
    if (words(typed).isEmpty()) {
      return List.of();
    }
    return sql.sql(
            COLLEAGUES.formatted(
                "p.name_folded like '%' || people.pub_fold(:typed) || '%' or p.email = :typed::citext"))
        .param("typed", typed)
        .param("rows", ROWS)
        .query(Colleague.class)
        .list();
  }

  /**
   * By words of the name, address or department in any order, the whole employee number, or the end
   * of the telephone number.
   *
   * @param rows at most
   */
  public List<Colleague> findCaller(String typed, int rows) {
    var words = words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    var digits = endOfPhone(typed);
    var allWords =
        IntStream.range(0, words.size())
            .mapToObj(HAS_WORD::formatted)
            .collect(Collectors.joining(" and "));
    var found =
        "("
            + allWords
            + ") or p.employee_number = :typed"
            + (digits.isEmpty() ? "" : " or " + HAS_PHONE);
    var statement = sql.sql(COLLEAGUES.formatted(found)).param("typed", typed).param("rows", rows);
    for (var number = 0; number < words.size(); number++) {
      statement.param("word" + number, words.get(number));
    }
    if (!digits.isEmpty()) {
      statement.param("digits", digits);
    }
    return statement.query(Colleague.class).list();
  }

  /** What has a letter or digit in it: of other signs nothing is left when they are folded. */
  private static List<String> words(String typed) {
    return Arrays.stream(typed.split("\\s+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .limit(MOST_WORDS)
        .toList();
  }

  private static String endOfPhone(String typed) {
    var digits = typed.replaceAll("[\\s()+-]", "");
    return digits.length() >= SHORTEST_PHONE && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS))
        : "";
  }
}
