package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the directory who decides about whose time. */
@Repository
class Workplaces {
  private record Found(@Nullable Long manager, long department) {}

  private final JdbcClient sql;

  Workplaces(JdbcClient sql) {
    this.sql = sql;
  }

  /** A week; null: none are known. */
  @Nullable BigDecimal contractHours(PersonId person) {
    return sql.sql("select contract_hours from people.pub_person where id = :person")
        .param("person", person)
        .query((row, number) -> Optional.ofNullable(row.getBigDecimal(1)))
        .single()
        .orElse(null);
  }

  /**
   * A manager who left is passed over, and so is the person: a loop that slipped into the directory
   * would have them decide about themselves.
   */
  Workplace of(PersonId person) {
    var found =
        sql.sql(
                """
                with recursive above (id, active, next, turn) as (
                  select boss.id, boss.active, boss.manager_id, 1
                    from people.pub_person p join people.pub_person boss on boss.id = p.manager_id
                   where p.id = :person
                  union all
                  select boss.id, boss.active, boss.manager_id, above.turn + 1
                    from above join people.pub_person boss on boss.id = above.next
                   where (not above.active or above.id = :person) and above.turn < 50
                )
                select (select id from above where active and id <> :person order by turn limit 1) as manager,
                       p.department_id as department
                  from people.pub_person p where p.id = :person
                """)
            .param("person", person)
            .query(Found.class)
            .single();
    return new Workplace(
        found.manager == null ? null : new PersonId(found.manager), found.department);
  }
}
