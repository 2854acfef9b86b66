package nl.steunpunt.network;

import nl.steunpunt.people.RemovalObjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A newcomer with a mandate, or a department that a mandate serves, is no mistake any more. */
@Component
class DirectoryUse implements RemovalObjection {

  private final JdbcClient sql;

  DirectoryUse(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean objectsTo(Removal removal) {
    return sql.sql(
            """
            select exists (select from network.mandate where person_id = any (:persons))
                or exists (select from network.volunteer where person_id = any (:persons))
                or exists (select from network.nomination
                            where nominator_id = any (:persons) or nominee_id = any (:persons))
                or exists (select from network.deputy_manager
                            where manager_id = any (:persons) or deputy_id = any (:persons))
                or exists (select from network.constituency_exception where person_id = any (:persons))
                or exists (select from network.constituency_rule
                            where kind = 'manager' and ref_id = any (:persons)
                               or kind = 'department' and ref_id = any (:departments)
                               or kind = 'location' and ref_id = any (:locations))
            """)
        .param("persons", removal.persons().toArray(Long[]::new))
        .param("departments", removal.departments().toArray(Long[]::new))
        .param("locations", removal.locations().toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }
}
