package nl.steunpunt.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a module stores about a person, and how it lets go of the name: a bean of each module that
 * has any. Days, but no times: an export with times would show how fast somebody answers, and would
 * be asked for by who should not see that.
 */
public interface PersonalRecords {

  List<Section> about(PersonId person);

  /**
   * In the transaction of the erasure, before the person's own row loses name and address. What
   * others need to go on reading stays, without the name.
   */
  void erase(Leaver leaver);

  /** Who is erased, as they were known. */
  record Leaver(PersonId id, String name, String email, @Nullable String phone) {}

  /**
   * @param name a word with a text of its own: {@code privacy.stored.}...
   * @param rows a JSON array of objects
   */
  record Section(String name, JsonNode rows) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param query with {@code :person} in it; its columns are the members
     */
    public static Section read(JdbcClient sql, String name, String query, PersonId person) {
      var rows =
          sql.sql("select coalesce(json_agg(t), '[]')::text from (" + query + ") t")
              .param("person", person)
              .query(String.class)
              .single();
      return new Section(name, JSON.readTree(rows));
    }
  }
}
