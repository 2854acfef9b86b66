package nl.steunpunt.people.account;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.account.SignIns.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People for a test, and their browsers. */
@TestComponent
public class Colleagues {
  public static final String PASSWORD = "paarse fiets in de regen";

  private final JdbcClient sql;
  private final Clock clock;
  private final SignIns signIns;
  private final Passwords passwords;

  Colleagues(JdbcClient sql, Clock clock, SignIns signIns, Passwords passwords) {
    this.sql = sql;
    this.clock = clock;
    this.signIns = signIns;
    this.passwords = passwords;
  }

  /** Hired with this name, without a password. */
  public PersonId hire(String name, String language, Role... roles) {
    var department =
        sql.sql(
                """
                insert into people.department (name, path, depth) values ('Toets', 'Toets', 1)
                on conflict (path) do update set name = excluded.name returning id
                """)
            .query(Long.class)
            .single();
    return sql.sql(
            """
            insert into people.person (email, name, department_id, language, roles, created_at)
            values (:email, :name, :department, :language, string_to_array(:roles, ','), :now) returning id
            """)
        .param("email", email(name))
        .param("name", name)
        .param("department", department)
        .param("language", language)
        .param(
            "roles",
            String.join(
                ",",
                List.of(roles).stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList()))
        .param("now", clock.instant())
        .query(PersonId.class)
        .single();
  }

  public PersonId hireWithPassword(String name, Role... roles) {
    var person = hire(name, "nl", roles);
    sql.sql("update people.person set password_hash = :hash where id = :id")
        .param("hash", passwords.hash(PASSWORD))
        .param("id", person)
        .update();
    return person;
  }

  public static String email(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@toets.example";
  }

  public Cookie browserOf(PersonId person) {
    return new Cookie(
        SignInCookie.NAME,
        signIns.start(person, Kind.BROWSER, "Firefox, Linux", Duration.ofHours(1)));
  }

  public static Cookie cookie(MvcTestResult result, String name) {
    return Objects.requireNonNull(result.getResponse().getCookie(name), name);
  }

  public static Document html(MvcTestResult result) throws Exception {
    return Jsoup.parse(result.getResponse().getContentAsString());
  }
}
