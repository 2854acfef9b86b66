package nl.steunpunt.people.privacy;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.mail.MailSetup;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory's own part; the last to let go, as others look the name up. */
@Component
@Order(0)
class DirectoryRecords implements PersonalRecords {
  /** In both languages, as it stands where a name stood on everybody's screen. */
  static final String NAMELESS = "Anoniem / Anonymous";

  private final JdbcClient sql;
  private final MailSetup mail;
  private final Clock clock;

  DirectoryRecords(JdbcClient sql, MailSetup mail, Clock clock) {
    this.sql = sql;
    this.mail = mail;
    this.clock = clock;
  }

  @Override
  public List<Section> about(PersonId person) {
    return List.of(
        Section.read(
            sql,
            "person",
            """
            select p.name, p.email, p.employee_number, p.function, p.phone, coalesce(p.chosen_language, p.language) as language, p.contract_hours, p.last_day,
                   d.path as department, l.path as location, m.name as line_manager, p.roles,
                   (p.created_at at time zone 'Europe/Amsterdam')::date as known_since, (p.left_at at time zone 'Europe/Amsterdam')::date as left_on
              from people.person p
              join people.department d on d.id = p.department_id
              left join people.location l on l.id = p.location_id
              left join people.person m on m.id = p.manager_id
             where p.id = :person
            """,
            person),
        Section.read(
            sql,
            "sign_ins",
            """
            select kind, label, created_at, expires_at, revoked_at from people.sign_in where person_id = :person order by id
            """,
            person),
        Section.read(
            sql,
            "imports",
            """
            select (r.applied_at at time zone 'Europe/Amsterdam')::date as day, c.kind, c.before, c.after
              from people.import_change c join people.import_run r on r.id = c.run_id
             where c.person_id = :person order by r.id
            """,
            person),
        Section.read(
            sql,
            "mails",
            """
            select m.day, m.subject from people.person p, platform.pub_mail m where m.recipient = p.email and p.id = :person
            """,
            person),
        Section.read(
            sql,
            "changes",
            """
            select (at at time zone 'Europe/Amsterdam')::date as day, what, detail from platform.pub_audit where actor_id = :person order by id
            """,
            person));
  }

  @Override
  public void erase(Leaver leaver) {
    mail.forget(leaver.email());
    for (var statement :
        List.of(
            "delete from people.sign_in where person_id = :person",
            "delete from people.password_link where person_id = :person",
            "delete from people.import_change where person_id = :person",
            "delete from people.import_line where person_id = :person",
            "update people.person set manager_id = null where manager_id = :person and not active")) {
      sql.sql(statement).param("person", leaver.id()).update();
    }
    sql.sql(
            """
            update people.person
               set name = :nameless, email = 'erased-' || id || '@invalid', employee_number = null, function = null,
                   phone = null, contract_hours = null, last_day = null, manager_id = null, password_hash = null, roles = '{}',
                   erased_at = :now
             where id = :person
            """)
        .param("nameless", NAMELESS)
        .param("now", clock.instant())
        .param("person", leaver.id())
        .update();
  }
}
