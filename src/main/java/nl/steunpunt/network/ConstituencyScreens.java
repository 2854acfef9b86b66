package nl.steunpunt.network;

import java.util.List;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the lead must decide or fill: people with no power user, and people with two equal ones. */
@Component
public class ConstituencyScreens {

  /** {@code people} colleagues of one department at one place whom nobody serves. */
  public record Hole(String department, @Nullable String location, int people) {}

  /** Two power users whose rules are equally near; the first one has the people for now. */
  public record Conflict(
      String department,
      @Nullable String location,
      PersonId first,
      String firstName,
      PersonId second,
      String secondName,
      int people) {}

  private final JdbcClient sql;

  ConstituencyScreens(JdbcClient sql) {
    this.sql = sql;
  }

  /** The largest first. */
  public List<Hole> holes(SystemId system, int limit, int offset) {
    return sql.sql(
            """
            select p.department_path as department, p.location_path as location, count(*)::int as people
              from people.pub_person p
             where p.active
               and not exists (select from network.constituency c
                                where c.person_id = p.id and c.system_id = :system and c.rank = 0)
             group by p.department_path, p.location_path
             order by people desc, department, location
             limit :limit offset :offset
            """)
        .param("system", system)
        .param("limit", limit)
        .param("offset", offset)
        .query(Hole.class)
        .list();
  }

  public int peopleInHoles(SystemId system) {
    return sql.sql(
            """
            select count(*)::int from people.pub_person p
             where p.active
               and not exists (select from network.constituency c
                                where c.person_id = p.id and c.system_id = :system and c.rank = 0)
            """)
        .param("system", system)
        .query(Integer.class)
        .single();
  }

  /** The largest first. An exception that the lead made decides, so two of those are none. */
  public List<Conflict> conflicts(SystemId system, int limit, int offset) {
    return sql.sql(
            """
            select p.department_path as department, p.location_path as location,
                   one.power_user_id as first, one_person.name as first_name,
                   two.power_user_id as second, two_person.name as second_name,
                   count(*)::int as people
              from network.constituency one
              join network.constituency two
                on two.person_id = one.person_id and two.system_id = one.system_id
               and two.rank = 1 and two.nearness = one.nearness
              join people.pub_person p on p.id = one.person_id
              join people.pub_person one_person on one_person.id = one.power_user_id
              join people.pub_person two_person on two_person.id = two.power_user_id
             where one.system_id = :system and one.rank = 0 and one.nearness > 0
             group by 1, 2, 3, 4, 5, 6
             order by people desc, department, location, first, second
             limit :limit offset :offset
            """)
        .param("system", system)
        .param("limit", limit)
        .param("offset", offset)
        .query(Conflict.class)
        .list();
  }
}
