package nl.steunpunt.issues.merging;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.merging.Mergers.Merger;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came with an issue goes with it, but for what stays with the kept one by itself. */
@Repository
class MergerUndoing {
  /** What else is still in the kept one. */
  private static final String OTHERS =
      """
      from issues.merger g where g.kept_id = :kept and g.undone_at is null and g.id <> :merger
      """;

  private final JdbcClient sql;
  private final Inside inside;

  MergerUndoing(JdbcClient sql, Inside inside) {
    this.sql = sql;
    this.inside = inside;
  }

  /**
   * @return who follow the kept one no longer
   */
  List<PersonId> undo(Merger merger, PersonId by, Instant at) {
    var others = hasOthers(merger);
    if (others) {
      leaveToOthers(merger);
    }
    run(
        """
        delete from issues.linked_question l using issues.carried_question c
         where c.merger_id = :merger and l.issue_id = :kept and l.question_id = c.question_id
        """,
        merger);
    // Who asked about the kept one since stays with it.
    var gone =
        sql.sql(
                """
                delete from issues.me_too m using issues.carried_person c
                 where c.merger_id = :merger and m.issue_id = :kept and m.person_id = c.person_id
                   and not exists (select from issues.linked_question l
                                     join support.pub_question q on q.id = l.question_id
                                    where l.issue_id = :kept and q.asker_id = m.person_id)
                returning m.person_id
                """)
            .param("merger", merger.id())
            .param("kept", merger.keptId())
            .query(PersonId.class)
            .list();
    inside.ownQuestions(merger.keptId());
    ownNames(merger);
    if (others) {
      othersNames(merger);
    }
    run("delete from issues.carried_person where merger_id = :merger", merger);
    run("delete from issues.carried_question where merger_id = :merger", merger);
    sql.sql("update issues.merger set undone_by = :by, undone_at = :at where id = :merger")
        .param("merger", merger.id())
        .param("by", by)
        .param("at", at)
        .update();
    sql.sql("update issues.issue set merged_into = null, changed_at = :at where id = :gone")
        .param("gone", merger.goneId())
        .param("at", at)
        .update();
    return gone;
  }

  /** What also came with another issue that is still in the kept one stays, and came with that. */
  private void leaveToOthers(Merger merger) {
    leave(
        merger,
        "carried_question",
        "merger_id",
        ":merger",
        "g.id",
        "select true from issues.linked_question l where l.issue_id = g.gone_id and l.question_id = c.question_id");
    leave(
        merger,
        "carried_person",
        "merger_id",
        ":merger",
        "g.id",
        "select true from issues.me_too m where m.issue_id = g.gone_id and m.person_id = c.person_id");
    leave(
        merger,
        "carried_name",
        "gone_id",
        ":gone",
        "g.gone_id",
        """
        select m.named from issues.me_too m
         where m.issue_id = g.gone_id and m.person_id = c.person_id
           and (select true from issues.carried_name t where t.gone_id = g.gone_id and t.person_id = c.person_id) is null
        """);
  }

  /**
   * Each looked up by itself: joined, all would be held against all where nothing is known yet of
   * how many there are.
   *
   * @param column with what it came
   * @param its what that is of this merger
   * @param another of the other one
   * @param has whether it came with that too
   */
  private void leave(
      Merger merger, String table, String column, String its, String another, String has) {
    var other = "(select min(%s) %s and (%s))".formatted(another, OTHERS, has);
    run(
        "update issues.%1$s c set %2$s = %3$s where c.%2$s = %4$s and %3$s is not null"
            .formatted(table, column, other, its),
        merger);
  }

  private boolean hasOthers(Merger merger) {
    return sql.sql("select exists (select " + OTHERS + ")")
        .param("kept", merger.keptId())
        .param("merger", merger.id())
        .query(Boolean.class)
        .single();
  }

  /** Who said so themselves about what is gone alone is nameless again; who asked is not. */
  private void ownNames(Merger merger) {
    run(
        """
        with back as (
          delete from issues.carried_name n
           where n.gone_id = :gone
             and (select true %s
                     and (select true from issues.carried_name t
                           where t.gone_id = g.gone_id and t.person_id = n.person_id) limit 1) is null
          returning n.person_id
        )
        update issues.me_too m set named = false
          from back where m.issue_id = :kept and m.person_id = back.person_id and m.question_id is null
        """
            .formatted(OTHERS),
        merger);
    run("delete from issues.carried_name where gone_id = :gone", merger);
  }

  /** The same of who is still there with another one, that knows them without their name. */
  private void othersNames(Merger merger) {
    run(
        """
        update issues.me_too m set named = false
         where m.issue_id = :kept and m.named and m.question_id is null
           and (select true %1$s
                   and (select true from issues.carried_person c
                         where c.merger_id = g.id and c.person_id = m.person_id) limit 1)
           and (select true %1$s
                   and (select o.named from issues.me_too o
                         where o.issue_id = g.gone_id and o.person_id = m.person_id) limit 1) is null
        """
            .formatted(OTHERS),
        merger);
  }

  private void run(String statement, Merger merger) {
    sql.sql(statement)
        .param("merger", merger.id())
        .param("gone", merger.goneId())
        .param("kept", merger.keptId())
        .update();
  }
}
