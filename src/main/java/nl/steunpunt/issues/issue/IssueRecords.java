package nl.steunpunt.issues.issue;

import java.util.List;
import nl.steunpunt.people.NamePattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An issue is about the system. Who is hit by it counts on, by number alone. */
@Component
@Order(40)
class IssueRecords implements PersonalRecords {
  private final JdbcClient sql;

  IssueRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "issues",
            """
            select i.id as issue, i.title, i.created_by = :person as reported, m.person_id is not null as me_too,
                   i.owner_id is not distinct from :person as sees_to_it,
                   exists (select from issues.workaround w
                            where w.issue_id = i.id and :person in (w.written_by, w.approved_by)) as wrote_workaround
              from issues.issue i left join issues.me_too m on m.issue_id = i.id and m.person_id = :person
             where i.created_by = :person or m.person_id is not null or i.owner_id = :person
                or i.id in (select w.issue_id from issues.workaround w where :person in (w.written_by, w.approved_by))
             order by i.id
            """,
            person),
        Section.read(
            sql,
            "issue_views",
            """
            select name, query, saved_at from issues.saved_view
             where person_id = :person and removed_at is null order by id
            """,
            person),
        Section.read(
            sql,
            "issue_posts",
            """
            select issue_id as issue, kind, case when author_id = :person then text end as text, at, decision,
                   reason, author_id = :person as written,
                   exists (select from issues.unnamed u where u.person_id = :person) as not_named
              from issues.solving_post where author_id = :person or decided_by = :person order by id
            """,
            person),
        Section.read(
            sql,
            "issue_pointers",
            "select issue_id as issue, kind, title, address, at from issues.pointer where by_id = :person order by id",
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    sql.sql("delete from issues.saved_view where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql("delete from issues.unnamed where person_id = :person")
        .param("person", leaver.id())
        .update();
    sql.sql(
            """
            update issues.solving_post
               set text = regexp_replace(text, :pattern, '…', 'gi'), reason = regexp_replace(reason, :pattern, '…', 'gi')
             where (text ~* :pattern or reason ~* :pattern)
               and (:person in (author_id, decided_by)
                    or issue_id in (select issue_id from issues.me_too where person_id = :person))
            """)
        .param("person", leaver.id())
        .param("pattern", NamePattern.of(leaver))
        .update();
  }
}
