package nl.steunpunt.campaign.step;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who would get a step, and who does. */
@Repository
public class Audiences {
  /** Of a reader {@code r}. Who was left out may get it now. */
  private static final String HAD =
      """
      exists (select from campaign.step_reader e
               where e.sending_id = any(:same::bigint[]) and e.person_id = r.id and e.state <> 'left_out')
      """;

  private final JdbcClient sql;

  Audiences(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param readers all whom it would concern
   * @param had of those, who got it already or are about to
   * @param left of the others, who wants no such mail
   */
  public record Count(int readers, int had, int left) {
    /** Of fewer it would say of somebody that they want no such mail. */
    private static final int LEAST = 5;

    public int fresh() {
      return readers - had - left;
    }

    /** As a lead may see it: in a small circle who left counts as one of those who get it. */
    Count shown() {
      return readers < LEAST ? new Count(readers, had, 0) : this;
    }
  }

  public record Place(long id, String path) {
    public String name() {
      return path.replace("/", " · ");
    }
  }

  /**
   * @param same sendings of earlier campaigns that said the same
   */
  Count count(Step step, Audience audience, List<Long> same) {
    var reach = step.kind().reach();
    return audience
        .in(
            sql.sql(
                Audience.readers(reach)
                    + """
                    select count(*)::int as readers, count(*) filter (where had)::int as had,
                           count(*) filter (where not had and leaves)::int as left
                      from (select r.id, s.person_id is not null or
                    """
                    + HAD
                    + """
                     as had, :leaves and u.person_id is not null as leaves
                      from reader r
                      left join campaign.step_reader s on s.step_id = :step and s.person_id = r.id
                      left join campaign.unsubscribed u on u.person_id = r.id) told
                    """),
            step.system())
        .param("step", step.id())
        .param("same", same.toArray(Long[]::new))
        .param("leaves", !reach.isNeeded())
        .query(Count.class)
        .single();
  }

  /**
   * Those who did not get it yet, each once: whoever else sends at this moment waits here.
   *
   * @param same sendings of earlier campaigns that said the same
   * @return how many
   */
  int add(Step step, SendingId sending, Audience audience, List<Long> same) {
    var reach = step.kind().reach();
    return audience
        .in(
            sql.sql(
                Audience.readers(reach)
                    + """
                    insert into campaign.step_reader (step_id, person_id, sending_id)
                    select :step, r.id, :sending from reader r
                     where not (:leaves and exists (select from campaign.unsubscribed u where u.person_id = r.id))
                       and not
                    """
                    + HAD
                    + """
                     order by r.id
                    on conflict do nothing
                    """),
            step.system())
        .param("step", step.id())
        .param("sending", sending)
        .param("same", same.toArray(Long[]::new))
        .param("leaves", !reach.isNeeded())
        .update();
  }

  List<Place> departments() {
    return sql.sql("select id, path from people.pub_department order by path")
        .query(Place.class)
        .list();
  }

  /** Down to the floor: a room is too small a circle to write to. */
  List<Place> locations() {
    return sql.sql(
            "select id, path from people.pub_location where path not like '%/%/%/%' order by path")
        .query(Place.class)
        .list();
  }

  /** As one line; empty: all. */
  String departments(Audience audience) {
    return paths("department", audience.departments());
  }

  String locations(Audience audience) {
    return paths("location", audience.locations());
  }

  private String paths(String kind, List<Long> ids) {
    return sql.sql(
            "select coalesce(string_agg(path, ', ' order by path), '') from people.pub_"
                + kind
                + " where id = any(:ids::bigint[])")
        .param("ids", ids.toArray(Long[]::new))
        .query(String.class)
        .single();
  }

  boolean leave(PersonId person, Instant at) {
    return sql.sql(
                """
                insert into campaign.unsubscribed (person_id, at)
                select id, :at from people.pub_person where id = :person and active
                on conflict do nothing
                """)
            .param("at", at)
            .param("person", person)
            .update()
        > 0;
  }

  void comeBack(PersonId person) {
    sql.sql("delete from campaign.unsubscribed where person_id = :person")
        .param("person", person)
        .update();
  }

  boolean hasLeft(PersonId person) {
    return sql.sql("select exists (select from campaign.unsubscribed where person_id = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }
}
