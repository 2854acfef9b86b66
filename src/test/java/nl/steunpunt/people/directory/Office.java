package nl.steunpunt.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation that begins with its administrator alone, and files for it. */
final class Office {

  static final String HEADER =
      "employee_number,email,name,function,department,location,manager_number,language,phone,contract_hours,active\n";

  /** Ada manages Bram and Cleo; Bram manages Daan. */
  static final String FILE =
      HEADER
          + """
          1,ada@a.nl,Ada Admin,Directeur,Directie,Utrecht/Hoofdgebouw/3,,nl,,36,
          2,bram@a.nl,Bram Bos,Hoofd,Finance,Utrecht/Hoofdgebouw/1/1.02,1,nl,030 1,36,
          3,cleo@a.nl,Cleo Çelik,Adviseur,HR,Groningen/Toren,1,en,,32.5,ja
          4,daan@a.nl,Daan Dam,Medewerker,Finance/Crediteuren,Utrecht/Hoofdgebouw/1/1.14,2,,,24,true
          """;

  private final JdbcClient sql;
  final PersonId ada;

  Office(JdbcClient sql) {
    this.sql = sql;
    sql.sql(
            """
            truncate people.person, people.department, people.location, people.sign_in, people.password_link,
                     people.import_run, people.import_file, people.import_line, people.import_bad_row,
                     people.import_place, people.import_change, people.import_revocation, platform.setting
            """)
        .update();
    sql.sql("insert into people.department (name, path, depth) values ('Directie', 'Directie', 1)")
        .update();
    ada =
        sql.sql(
                """
                insert into people.person (email, name, department_id, roles, created_at)
                select 'ada@a.nl', 'Ada Admin', id, '{administrator}', '2026-01-05T08:00:00Z' from people.department
                returning id
                """)
            .query(PersonId.class)
            .single();
  }

  static ByteArrayInputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** A person's row as it matters, by address. */
  Map<String, Object> person(String email) {
    return sql.sql(
            """
            select p.id, employee_number, p.email::text, p.name, function, d.path as department, l.path as location,
                   (select m.email::text from people.person m where m.id = p.manager_id) as manager,
                   language, phone, contract_hours::text as hours, last_day::text, active, left_at is not null as left
              from people.person p join people.department d on d.id = p.department_id
              left join people.location l on l.id = p.location_id
             where p.email = cast(:email as citext) order by active desc limit 1
            """)
        .param("email", email)
        .query()
        .singleRow();
  }

  long idOf(String email) {
    return (long) requireNonNull(person(email).get("id"));
  }

  /** Every value of every row that an import may touch; also the row versions, when asked. */
  List<String> everything(boolean versions) {
    return sql.sql(
            """
            select p::text || {version} from people.person p
            union all select d::text || {version} from people.department d
            union all select l::text || {version} from people.location l
            union all select s::text || {version} from people.sign_in s
            order by 1
            """
                .replace("{version}", versions ? "xmin::text" : "''"))
        .query(String.class)
        .list();
  }

  List<String> badRows(ImportRunId run) {
    return sql.sql(
            """
            select line || ' ' || coalesce(column_name, '-') || ' ' || reason
              from people.import_bad_row where run_id = :run order by line, column_name, reason
            """)
        .param("run", run)
        .query(String.class)
        .list();
  }
}
