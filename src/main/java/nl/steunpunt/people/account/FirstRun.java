package nl.steunpunt.people.account;

import java.time.Clock;
import java.util.Locale;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import nl.steunpunt.platform.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty Steunpunt makes its first administrator by a link in the log: who can read that runs the
 * machine. It is gone as soon as there is an administrator.
 */
@Service
class FirstRun {
  private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

  /** The number of the lock that lets one at a time make the first administrator. */
  private static final long LOCK = 7_301;

  private final JdbcClient sql;
  private final Clock clock;
  private final PasswordLinks links;
  private final Passwords passwords;
  private final TransactionTemplate transaction;
  private final boolean bringsItsOwn;

  FirstRun(
      JdbcClient sql,
      Clock clock,
      PasswordLinks links,
      Passwords passwords,
      TransactionTemplate transaction,
      @Value("${steunpunt.demo}") boolean demo,
      @Value("${steunpunt.demo.seed:true}") boolean seeded) {
    this.sql = sql;
    this.clock = clock;
    this.links = links;
    this.passwords = passwords;
    this.transaction = transaction;
    // A demo without its people begins empty like any other.
    this.bringsItsOwn = demo && seeded;
  }

  boolean isDone() {
    return bringsItsOwn || hasAdministrator();
  }

  boolean isOpenTo(String secret) {
    return !isDone() && links.isSetUp(secret);
  }

  PersonId make(
      String secret,
      String name,
      String email,
      String password,
      String department,
      Locale language) {
    var hash = passwords.hash(password);
    return transaction.execute(_ -> {
      sql.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
      if (hasAdministrator() || !links.isSetUp(secret)) {
        throw new NotFound();
      }
      links.spendSetUps();
      return hire(name, email, hash, department, language);
    });
  }

  private PersonId hire(
      String name, String email, String hash, String department, Locale language) {
    return sql.sql(
            """
            with department as (
              insert into people.department (name, path, depth) values (:department, :department, 1)
              on conflict (path) do update set name = excluded.name returning id)
            insert into people.person (email, name, department_id, language, roles, password_hash, created_at)
            select :email, :name, id, :language, '{administrator}', :hash, :now from department
            on conflict (email) where active
              do update set roles = array_append(people.person.roles, 'administrator'),
                            password_hash = excluded.password_hash
            returning id
            """)
        .param("department", department)
        .param("email", email)
        .param("name", name)
        .param("language", language.getLanguage())
        .param("hash", hash)
        .param("now", clock.instant())
        .query(PersonId.class)
        .single();
  }

  private boolean hasAdministrator() {
    return sql.sql(
            "select exists (select from people.person where 'administrator' = any (roles) and active)")
        .query(Boolean.class)
        .single();
  }

  @EventListener
  void started(ApplicationReadyEvent ready) {
    if (!isDone()) {
      var environment = ready.getApplicationContext().getEnvironment();
      LOG.warn(
          "Nobody administers this Steunpunt yet. Open this once, within 7 days: http://{}:{}/first-run/{}",
          environment.getProperty("server.address", "127.0.0.1"),
          environment.getProperty(
              "local.server.port", environment.getProperty("server.port", "8080")),
          links.make(null, Purpose.SET_UP));
    }
  }
}
