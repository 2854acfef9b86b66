package nl.steunpunt.campaign.step;

import java.util.List;
import nl.steunpunt.network.SystemId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Whom a step is about: who works in one of these departments (or below it), and at one of these
 * places (or within it), and, if asked, has a power user for the system. Within a kind one is
 * enough, across kinds all must hold.
 *
 * @param departments empty: all
 * @param locations empty: all
 * @param helped only who has a power user for the system
 */
public record Audience(List<Long> departments, List<Long> locations, boolean helped) {
  public static final int MOST = 50;

  /** The readers of an audience: {@code reader (id)}; a join of {@code reader} can follow. */
  static String readers(Reach reach) {
    return """
    with recursive department (id) as (
      select unnest(:departments::bigint[])
      union select d.id from department above join people.pub_department d on d.parent_id = above.id
    ), place (id) as (
      select unnest(:locations::bigint[])
      union select l.id from place around join people.pub_location l on l.parent_id = around.id
    ), audience as (
      select p.id, p.manager_id from people.pub_person p
       where p.active
         and (cardinality(:departments::bigint[]) = 0 or p.department_id in (select id from department))
         and (cardinality(:locations::bigint[]) = 0 or p.location_id in (select id from place))
         and (not :helped or exists (select from network.pub_constituency c
                                      where c.person_id = p.id and c.system_id = :system and c.rank = 0))
    ), reader as (
    """
        + chosen(reach)
        + ") ";
  }

  private static String chosen(Reach reach) {
    return switch (reach) {
      case EVERYONE -> "select id from audience";
      case MANAGERS ->
          """
          select distinct m.id from audience a join people.pub_person m on m.id = a.manager_id and m.active
          """;
      case POWER_USERS ->
          """
          select distinct h.id from audience a
            join network.pub_constituency c on c.person_id = a.id and c.system_id = :system and c.rank = 0
            join people.pub_person h on h.id = c.power_user_id and h.active
          """;
      case NOBODY -> "select id from audience where false";
    };
  }

  StatementSpec in(StatementSpec statement, SystemId system) {
    return statement
        .param("departments", departments.toArray(Long[]::new))
        .param("locations", locations.toArray(Long[]::new))
        .param("helped", helped)
        .param("system", system);
  }
}
