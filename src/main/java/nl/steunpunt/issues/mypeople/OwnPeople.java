package nl.steunpunt.issues.mypeople;

/** Whom a power user serves at a moment. */
public final class OwnPeople {
  /**
   * Beginning of a statement: {@code mine} has a row for each person and system of which {@code
   * :me} is the primary power user, or deputy while all before them are away, at {@code :now}. Who
   * left is nobody's. What is read through it is never older than that moment, and shows nobody
   * else's people.
   */
  public static final String MINE =
      """
      with away as materialized (
        select person_id from network.pub_absence where from_at <= :now and until_at > :now
      ), mine as materialized (
        select c.person_id, c.system_id, c.rank > 0 as standing_in
          from network.pub_constituency c
          join people.pub_active_person p on p.id = c.person_id
         where c.power_user_id = :me and c.person_id <> :me
           and (c.rank = 0 or not exists (
             select from network.pub_constituency first
              where first.person_id = c.person_id and first.system_id = c.system_id and first.rank < c.rank
                -- once for all, not for each person: a deputy of hundreds asks hundreds of times
                and first.power_user_id not in (select person_id from away)))
      )
      """;

  private OwnPeople() {}
}
