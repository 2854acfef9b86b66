package nl.steunpunt.network.register;

import java.util.List;
import nl.steunpunt.platform.db.Like;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which role, since when: what was agreed, never what is only proposed. */
@Repository
public class RegisterScreens {
  static final int PER_PAGE = 100;

  enum Which {
    TO_RECORD,
    NOW,
    ENDED;

    static Which of(@Nullable String word) {
      return List.of(values()).stream()
          .filter(one -> one.name().equalsIgnoreCase(word))
          .findFirst()
          .orElse(NOW);
    }
  }

  public record Counts(int toRecord, int now, int ended) {}

  private static final String CONDITION =
      """
      m.agreed_at is not null and case :which
        when 'to_record' then m.record_due is not null
        when 'now' then m.stage <> 'ended'
        else m.stage = 'ended' end
      """;

  private final JdbcClient sql;

  RegisterScreens(JdbcClient sql) {
    this.sql = sql;
  }

  Counts counts() {
    return sql.sql(
            """
            select count(*) filter (where record_due is not null)::int as to_record,
                   count(*) filter (where stage <> 'ended')::int as now,
                   count(*) filter (where stage = 'ended')::int as ended
              from network.mandate where agreed_at is not null
            """)
        .query(Counts.class)
        .single();
  }

  /**
   * @param sought part of a name; empty: all
   * @param most one more than fits on a page; null: all, for an export
   */
  List<RoleHolder> holders(Which which, String sought, int from, @Nullable Integer most) {
    return sql.sql(
            """
            select m.id as mandate, p.employee_number, p.name, p.department_path as department, s.name as system_name,
                   m.share_percent as share, p.contract_hours, m.started_at, m.agreed_at, agreed.name as agreed_by,
                   m.ends_on, m.ended_at, m.record_due, m.recorded_at, recorded.name as recorded_by, m.state as standing,
                   exists (select from network.appraisal_release r where r.mandate_id = m.id) as released
              from network.mandate m
              join people.pub_person p on p.id = m.person_id
              join network.system s on s.id = m.system_id
              left join people.pub_person agreed on agreed.id = m.agreed_by
              left join people.pub_person recorded on recorded.id = m.recorded_by
             where p.name ilike :like and
            """
                + CONDITION
                + " order by p.name, m.id limit :most::bigint offset :from")
        .param("which", which)
        .param("like", Like.containing(sought))
        .param("from", from)
        .param("most", most)
        .query(RoleHolder.class)
        .list();
  }
}
